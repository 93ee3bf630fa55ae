package org.shelfmates.tweetup.rsvp;

import java.time.Duration;
import java.time.Instant;
import org.shelfmates.tweetup.Due;
import org.shelfmates.web.OldRows;
import org.springframework.stereotype.Component;

/** Forgets links that give a place back, a year after they were mailed. */
@Component
class OldReleases implements Due {

    private static final Duration KEPT = Duration.ofDays(365);

    private final OldRows rows;

    OldReleases(OldRows rows) {
        this.rows = rows;
    }

    @Override
    public void catchUp(Instant now) {
        rows.forget("release_link", "token_hash", "made_at < :before", now.minus(KEPT));
    }
}
