package org.shelfmates.notice.inbound;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import org.shelfmates.notice.AfterCommit;
import org.shelfmates.web.Settings;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Says by mail why an answer was not taken, without a word of what stands anywhere. */
@Component
class RefusalMails {

    private final JavaMailSender sender;
    private final MessageSource messages;
    private final Settings settings;
    private final Clock clock;

    RefusalMails(JavaMailSender sender, MessageSource messages, Settings settings, Clock clock) {
        this.sender = sender;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    @AfterCommit
    void on(AnswerRefused refused) {
        Locale language = Locale.forLanguageTag(refused.language());
        try {
            MimeMessage mail = sender.createMimeMessage();
            mail.setFrom(new InternetAddress(settings.sender()));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(refused.email()));
            mail.setSubject(
                    messages.getMessage("answer.refused.subject", null, language), StandardCharsets.UTF_8.name());
            mail.setSentDate(Date.from(clock.instant()));
            mail.setHeader("Auto-Submitted", "auto-replied"); // RFC 3834: no automatic answers, please
            mail.setHeader("Content-Language", language.toLanguageTag());
            if (!refused.about().isEmpty()) {
                mail.setHeader("In-Reply-To", refused.about());
                mail.setHeader("References", refused.about());
            }
            mail.setText(
                    messages.getMessage(
                            "answer.refused.text",
                            new Object[] {
                                messages.getMessage(refused.why().message(), null, language), settings.absolute("/")
                            },
                            language),
                    StandardCharsets.UTF_8.name());
            sender.send(mail);
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
    }
}
