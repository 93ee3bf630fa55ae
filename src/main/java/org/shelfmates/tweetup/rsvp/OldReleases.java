package org.shelfmates.tweetup.rsvp;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.shelfmates.tweetup.Due;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets links that give a place back, a piece at a time, a year after they were mailed. */
@Component
class OldReleases implements Due {

    private static final Duration KEPT = Duration.ofDays(365);
    private static final int PIECE = 1000;

    private final JdbcClient jdbc;

    OldReleases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void catchUp(Instant now) {
        jdbc.sql("""
                        delete from release_link where token_hash in (
                            select token_hash from release_link where made_at < ? limit ? for update skip locked)""").params(Timestamp.from(now.minus(KEPT)), PIECE).update();
    }
}
