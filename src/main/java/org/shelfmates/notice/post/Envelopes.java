package org.shelfmates.notice.post;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;
import org.shelfmates.notice.Inbound;
import org.shelfmates.web.Settings;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Makes mails of what was written: with the headers by which programs know them, thread them and let their reader stop them. */
@Component
public class Envelopes {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /*
     * For every part of every mail Jakarta Mail looks through the class path for who provides its streams: more than half of
     * the time that a mail takes. It is found once, and named where Jakarta Mail looks first.
     */
    static {
        String streams = StreamProvider.class.getName();
        if (System.getProperty(streams) == null) {
            System.setProperty(streams, StreamProvider.provider().getClass().getName());
        }
    }

    private final JavaMailSender sender;
    private final Settings settings;
    private final Inbound inbound;
    private final Clock clock;

    Envelopes(JavaMailSender sender, Settings settings, Inbound inbound, Clock clock) {
        this.sender = sender;
        this.settings = settings;
        this.inbound = inbound;
        this.clock = clock;
    }

    /**
     * What stands on a mail.
     *
     * @param id the same whenever the same mail is sent, so that it is known as one
     * @param list what mails of its sort are filtered by, null where there will be no other
     * @param thread what it belongs to, or null
     * @param answered the id of the mail that it follows in its thread, or null
     * @param stop address where a POST of a mail program stops them (RFC 8058), or null
     */
    public record Envelope(
            String id,
            String to,
            Locale language,
            String subject,
            @Nullable String list,
            @Nullable String thread,
            @Nullable String answered,
            @Nullable String stop) {}

    /** @param parts the forms of the mail, plainest first */
    public MimeMessage seal(Envelope envelope, MimeMultipart parts) throws MessagingException {
        var mail = new SMTPMessage(sender.createMimeMessage().getSession());
        if (inbound.on()) {
            mail.setEnvelopeFrom(inbound.address()); // it bounces to where that is read
        }
        mail.setFrom(new InternetAddress(settings.sender()));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(envelope.to()));
        mail.setSubject(envelope.subject().replaceAll("\\p{Cntrl}+", " "), UTF_8);
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Content-Language", envelope.language().toLanguageTag());
        mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no automatic answers, please
        if (envelope.thread() != null) {
            String thread = id(envelope.thread());
            String answered = envelope.answered() == null ? null : id(envelope.answered());
            mail.setHeader("In-Reply-To", answered == null ? thread : answered);
            mail.setHeader("References", answered == null ? thread : thread + " " + answered);
        }
        if (envelope.list() != null) {
            mail.setHeader("List-Id", "Shelfmates <" + envelope.list() + ".notices." + host() + ">");
        }
        if (envelope.stop() != null) {
            mail.setHeader("List-Unsubscribe", "<" + envelope.stop() + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        mail.setContent(parts);
        mail.saveChanges();
        mail.setHeader("Message-ID", id(envelope.id()));
        return mail;
    }

    /** Two forms of the same. */
    public static MimeMultipart parts(String text, String html) throws MessagingException {
        var parts = new MimeMultipart("alternative");
        var plain = new MimeBodyPart();
        plain.setText(text, UTF_8);
        parts.addBodyPart(plain);
        var rich = new MimeBodyPart();
        rich.setText(html, UTF_8, "html");
        parts.addBodyPart(rich);
        return parts;
    }

    private String id(String word) {
        return "<" + word + "@" + host() + ">";
    }

    String host() {
        return settings.baseUrl().getHost();
    }
}
