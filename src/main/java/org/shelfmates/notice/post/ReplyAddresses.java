package org.shelfmates.notice.post;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.shelfmates.notice.Inbound;
import org.shelfmates.web.Token;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The addresses at which mails are answered, and to which they bounce: one to a mail, where there is a mailbox for them.
 * Whoever knows it has the mail, so it is random, and kept as its hash alone.
 */
@Service
public class ReplyAddresses {

    /** As many letters, of five bits each. */
    public static final int LENGTH = 26;

    private static final int BITS = 5 * LENGTH;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Inbound inbound;

    ReplyAddresses(JdbcClient jdbc, Inbound inbound) {
        this.jdbc = jdbc;
        this.inbound = inbound;
    }

    /** Whether a mail of this kind can be answered. */
    boolean answerable(Letter letter) {
        return inbound.on() && letter.kind().answerable();
    }

    /** @return the token of a new address */
    @Transactional
    public String issue(long notice) {
        // digits and letters up to v; with a first bit set, so that all are of one length
        String token = new BigInteger(BITS - 1, RANDOM).setBit(BITS - 1).toString(1 << 5);
        jdbc.sql("insert into notice_reply (token_hash, notice_id) values (?, ?)")
                .params(Token.hash(token), notice)
                .update();
        return token;
    }

    /** Writes a new address on a mail: where it comes back to, and of what can be answered where it is answered. */
    @Transactional
    public void write(MimeMessage mail, Letter letter) throws MessagingException {
        if (!inbound.on()) {
            return;
        }
        String address = inbound.address(issue(letter.id()));
        if (mail instanceof SMTPMessage envelope) {
            envelope.setEnvelopeFrom(address);
        }
        if (answerable(letter)) {
            mail.setReplyTo(new Address[] {new InternetAddress(address)});
        }
    }
}
