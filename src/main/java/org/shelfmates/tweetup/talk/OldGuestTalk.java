package org.shelfmates.tweetup.talk;

import java.time.Duration;
import java.time.Instant;
import org.shelfmates.tweetup.Due;
import org.shelfmates.web.OldRows;
import org.springframework.stereotype.Component;

/**
 * Forgets what guests wrote and never confirmed: its links are dead after two days, its words are theirs.
 * And the browsers in which they are known no more.
 */
@Component
class OldGuestTalk implements Due {

    private static final Duration KEPT = Duration.ofDays(7);

    private final OldRows rows;

    OldGuestTalk(OldRows rows) {
        this.rows = rows;
    }

    @Override
    public void catchUp(Instant now) {
        rows.forget("guest_comment", "id", "used_at is null and asked_at < :before", now.minus(KEPT));
        rows.forget("guest_browser", "token_hash", "expires_at < :before", now);
    }
}
