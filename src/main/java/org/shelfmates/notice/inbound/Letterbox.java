package org.shelfmates.notice.inbound;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Properties;
import org.shelfmates.notice.Inbound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The mailbox of answers. What was taken is deleted after it is committed, so a crash in between brings it again. What cannot
 * be read stays there, flagged, for whoever looks after the mailbox, and is left alone from then on.
 */
class Letterbox {

    private static final Logger LOG = LoggerFactory.getLogger(Letterbox.class);

    private static final int MOST = 50;
    private static final int LARGEST = 1024 * 1024;
    private static final String TIMEOUT = "20000"; // milliseconds

    private final Inbound inbound;
    private final Sorting sorting;
    private final TakenMails taken;

    Letterbox(Inbound inbound, Sorting sorting, TakenMails taken) {
        this.inbound = inbound;
        this.sorting = sorting;
        this.taken = taken;
    }

    /** Takes what is there, fifty mails at most. A mailbox that cannot be reached is one line in the log. */
    void empty() {
        try (Store store = session().getStore(protocol())) {
            store.connect(inbound.username(), inbound.password());
            try (Folder folder = store.getFolder(inbound.folder())) { // which removes what is deleted
                folder.open(Folder.READ_WRITE);
                take(folder);
            }
            taken.forgetOld();
        } catch (MessagingException e) {
            LOG.warn(
                    "the mailbox of answers cannot be read: {}",
                    String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}+", " "));
        }
    }

    private String protocol() {
        return inbound.tls() == Inbound.Tls.IMPLICIT ? "imaps" : "imap";
    }

    private Session session() {
        var properties = new Properties();
        String prefix = "mail." + protocol();
        Integer port = inbound.port();
        properties.setProperty(prefix + ".host", inbound.host());
        if (port != null) {
            properties.setProperty(prefix + ".port", port.toString());
        }
        properties.setProperty(prefix + ".connectiontimeout", TIMEOUT);
        properties.setProperty(prefix + ".timeout", TIMEOUT);
        properties.setProperty(prefix + ".writetimeout", TIMEOUT);
        properties.setProperty(prefix + ".ssl.checkserveridentity", "true");
        boolean starttls = inbound.tls() == Inbound.Tls.STARTTLS;
        properties.setProperty(prefix + ".starttls.enable", "" + starttls);
        properties.setProperty(prefix + ".starttls.required", "" + starttls);
        return Session.getInstance(properties);
    }

    private void take(Folder folder) throws MessagingException {
        Message[] waiting = folder.search(new AndTerm(without(Flags.Flag.DELETED), without(Flags.Flag.FLAGGED)));
        Message[] now = Arrays.copyOf(waiting, Math.min(waiting.length, MOST));
        var size = new FetchProfile();
        size.add(FetchProfile.Item.SIZE); // and no more: what servers make of broken heads is broken too
        folder.fetch(now, size);
        for (Message message : now) {
            try {
                sorting.sort(copy(message));
                message.setFlag(Flags.Flag.DELETED, true);
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("the database does not take answers: they wait", e);
                return;
            } catch (MessagingException | IOException e) {
                if (!folder.isOpen()) {
                    throw new MessagingException("the connection is lost", e);
                }
                // what it says of the mail is the sender's words
                LOG.warn("a mail that cannot be read is left in the mailbox of answers, flagged: {}", e.getClass());
                message.setFlag(Flags.Flag.FLAGGED, true);
            } catch (RuntimeException e) {
                LOG.error("a mail is left in the mailbox of answers, flagged", e);
                message.setFlag(Flags.Flag.FLAGGED, true);
            }
        }
    }

    private static FlagTerm without(Flags.Flag flag) {
        return new FlagTerm(new Flags(flag), false);
    }

    /** Reads all of it, or only the head where it is too long. */
    private static IncomingMail copy(Message message) throws MessagingException {
        var mail = (MimeMessage) message;
        if (mail.getSize() <= LARGEST) {
            return new IncomingMail(new MimeMessage(mail), true);
        }
        String head = String.join("\r\n", Collections.list(mail.getAllHeaderLines())) + "\r\n\r\n";
        var in = new ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8));
        return new IncomingMail(new MimeMessage(null, in), false);
    }
}
