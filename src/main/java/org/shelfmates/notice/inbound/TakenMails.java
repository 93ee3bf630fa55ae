package org.shelfmates.notice.inbound;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.Token;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mails that were taken, so that one that comes twice, or was not deleted before a crash, counts once. */
@Service
class TakenMails {

    /** Longer than any server tries to deliver a mail, or a mailbox is left alone. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final int REFUSALS_A_DAY = 3;

    private final JdbcClient jdbc;
    private final Clock clock;

    TakenMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the transaction of what comes of it. @return false when it was taken before */
    @Transactional
    public boolean take(byte[] key) {
        return take(key, null);
    }

    /** @return whether its sender is to be told that it was refused: the first time, and a few times a day */
    @Transactional
    public boolean refuse(byte[] key, String email) {
        byte[] address = Token.hash(email.toLowerCase(Locale.ROOT));
        int told = jdbc.sql("select count(*) from inbound_mail where refused = ? and taken_at > ?")
                .params(address, Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .query(Integer.class)
                .single();
        boolean tell = told < REFUSALS_A_DAY;
        return take(key, tell ? address : null) && tell;
    }

    private boolean take(byte[] key, byte @Nullable [] refused) {
        return jdbc.sql("insert into inbound_mail (key, taken_at, refused) values (:key, :now, :refused)"
                                + " on conflict do nothing")
                        .param("key", key)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("refused", refused, Types.BINARY)
                        .update()
                > 0;
    }

    @Transactional
    public void forgetOld() {
        Instant before = clock.instant().minus(KEPT);
        jdbc.sql("delete from inbound_mail where taken_at < ?")
                .param(Timestamp.from(before))
                .update();
    }
}
