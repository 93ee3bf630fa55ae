package org.shelfmates.notice.post;

import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Hands mails to a mail server, several by one connection.
 *
 * @param sender the way to it
 */
public record Carrier(JavaMailSender sender) {

    /** @return of those that were not accepted, why */
    public Map<Object, Exception> send(Collection<MimeMessage> mails) {
        Map<Object, Exception> failures = new HashMap<>();
        if (mails.isEmpty()) {
            return failures;
        }
        try {
            sender.send(mails.toArray(MimeMessage[]::new));
        } catch (MailSendException e) {
            failures.putAll(e.getFailedMessages());
        } catch (MailException e) {
            mails.forEach(mail -> failures.put(mail, e));
        }
        return failures;
    }

    /** Whether the server said that there is no such address, and not that it is busy. */
    public static boolean refused(Exception failure) {
        return failure instanceof SendFailedException sending
                && sending.getInvalidAddresses() != null
                && sending.getInvalidAddresses().length > 0;
    }
}
