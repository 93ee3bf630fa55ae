package org.shelfmates.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.shelfmates.web.Settings;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Writes and sends mails, whose words are messages: {@code mail.<kind>.subject} and {@code mail.<kind>.text}. */
@Component
class Mails {

    private final JavaMailSender sender;
    private final MessageSource messages;
    private final Settings settings;

    Mails(JavaMailSender sender, MessageSource messages, Settings settings) {
        this.sender = sender;
        this.messages = messages;
        this.settings = settings;
    }

    /**
     * Sends one mail and returns when a server has it.
     *
     * @param language of whom it is for
     * @param words for the placeholders of the subject and the text
     * @throws org.springframework.mail.MailException when it was not accepted; the caller's event is then tried again
     */
    void send(String to, Locale language, String kind, Object... words) {
        MimeMessage mail = sender.createMimeMessage();
        try {
            var helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.sender());
            helper.setTo(to);
            helper.setSubject(messages.getMessage("mail." + kind + ".subject", words, language));
            helper.setText(messages.getMessage("mail." + kind + ".text", words, language));
            mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no automatic answers, please
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
        sender.send(mail);
    }
}
