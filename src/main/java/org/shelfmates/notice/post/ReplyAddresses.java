package org.shelfmates.notice.post;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;
import org.shelfmates.notice.Inbound;
import org.shelfmates.web.Tokens;
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

    /** @return the token of a new address for each notice; of none where there is no mailbox */
    @Transactional
    public Map<Long, String> issueWhereOn(List<Long> notices) {
        return inbound.on() ? issue(notices) : Map.of();
    }

    /** @return the token of a new address for each notice */
    @Transactional
    public Map<Long, String> issue(List<Long> notices) {
        // digits and letters up to v; with a first bit set, so that all are of one length
        var tokens = new Tokens<>(
                notices, () -> new BigInteger(BITS - 1, RANDOM).setBit(BITS - 1).toString(1 << 5));
        jdbc.sql("""
                        insert into notice_reply (token_hash, notice_id)
                        select decode(hash, 'hex'), notice
                        from unnest(:hashes::text[], :notices::bigint[]) as l(hash, notice)""")
                .param("hashes", tokens.hashes())
                .param("notices", Tokens.array(notices))
                .update();
        return tokens.paths("");
    }

    /** Writes its address on a mail: where it comes back to, and of what can be answered where it is answered. */
    void write(MimeMessage mail, Letter letter, @Nullable String token) throws MessagingException {
        if (token == null) {
            return;
        }
        String address = inbound.address(token);
        if (mail instanceof SMTPMessage envelope) {
            envelope.setEnvelopeFrom(address);
        }
        if (answerable(letter)) {
            mail.setReplyTo(new Address[] {new InternetAddress(address)});
        }
    }
}
