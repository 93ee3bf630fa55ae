package org.shelfmates.support;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;

/** Reads what the real SMTP server of the tests has received. */
@TestComponent
public class Mailbox {

    private static final Pattern LINK = Pattern.compile("^http://localhost:8080(/\\S+?)\\r?$", Pattern.MULTILINE);

    private final GreenMail server;

    Mailbox(GreenMail server) {
        this.server = server;
    }

    /** The mails to an address in the order of their coming, once there are as many. */
    public List<MimeMessage> mails(String address, int count) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> Stream.of(server.getReceivedMessages())
                                .filter(mail -> to(mail).equalsIgnoreCase(address))
                                .toList(),
                        found -> found.size() >= count);
    }

    /** The path of the link in the {@code count}th mail to an address. */
    public String link(String address, int count) throws MessagingException, IOException {
        Matcher link = LINK.matcher(text(mails(address, count).get(count - 1)));
        if (!link.find()) {
            throw new AssertionError("a mail without a link");
        }
        return link.group(1);
    }

    /** The plain text. */
    public static String text(MimeMessage mail) throws MessagingException, IOException {
        Object content = mail.getContent();
        return (content instanceof Multipart forms ? forms.getBodyPart(0).getContent() : content).toString();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
