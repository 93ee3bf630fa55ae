package org.shelfmates.notice;

import java.time.Duration;
import java.time.Instant;
import org.shelfmates.tweetup.Due;
import org.shelfmates.web.OldRows;
import org.springframework.stereotype.Component;

/**
 * Forgets what has been read and sent long ago, a piece at a time: notices, and links of their mails, after a year, mails that
 * say who did what when after a month. What is unread stays, and so does, for a year, what was given up.
 */
@Component
class Retention implements Due {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration MONTH = Duration.ofDays(30);

    private final OldRows rows;

    Retention(OldRows rows) {
        this.rows = rows;
    }

    @Override
    public void catchUp(Instant now) {
        // a guest has no page to read them on
        rows.forget(
                "notice",
                "id",
                "created_at < :before and mail <> 'DUE' and (read_at is not null or guest_id is not null)",
                now.minus(YEAR));
        rows.forget("notice_link", "token_hash", "made_at < :before", now.minus(YEAR));
        rows.forget("digest_link", "token_hash", "made_at < :before", now.minus(YEAR));
        rows.forget("direct_mail", "id", "created_at < :before and mail in ('SENT', 'NONE')", now.minus(MONTH));
        rows.forget("direct_mail", "id", "created_at < :before and mail = 'DEAD'", now.minus(YEAR));
    }
}
