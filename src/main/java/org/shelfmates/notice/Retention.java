package org.shelfmates.notice;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.shelfmates.tweetup.Due;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets what has been read and sent long ago, a piece at a time: notices, and links of their mails, after a year, mails that
 * say who did what when after a month. What is unread stays, and so does, for a year, what was given up.
 */
@Component
class Retention implements Due {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int PIECE = 1000;

    private final JdbcClient jdbc;

    Retention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void catchUp(Instant now) {
        // a guest has no page to read them on
        forget(
                "notice",
                "id",
                "created_at < :before and mail <> 'DUE' and (read_at is not null or guest_id is not null)",
                now,
                YEAR);
        forget("notice_link", "token_hash", "made_at < :before", now, YEAR);
        forget("digest_link", "token_hash", "made_at < :before", now, YEAR);
        forget("direct_mail", "id", "created_at < :before and mail in ('SENT', 'NONE')", now, MONTH);
        forget("direct_mail", "id", "created_at < :before and mail = 'DEAD'", now, YEAR);
    }

    /** Each in a transaction of its own. */
    private void forget(String table, String key, String old, Instant now, Duration kept) {
        jdbc.sql("delete from " + table + " where " + key + " in (select " + key + " from " + table + " where " + old
                        + " limit :piece for update skip locked)")
                .param("before", Timestamp.from(now.minus(kept)))
                .param("piece", PIECE)
                .update();
    }
}
