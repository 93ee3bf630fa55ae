package org.shelfmates.tweetup.talk;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.shelfmates.tweetup.Due;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets what guests wrote and never confirmed, a piece at a time: its links are dead after two days, its words are theirs.
 * And the browsers in which they are known no more.
 */
@Component
class OldGuestTalk implements Due {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int PIECE = 1000;

    private final JdbcClient jdbc;

    OldGuestTalk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void catchUp(Instant now) {
        jdbc.sql("""
                        delete from guest_comment where id in (
                            select id from guest_comment where used_at is null and asked_at < ? limit ?
                            for update skip locked)""").params(Timestamp.from(now.minus(KEPT)), PIECE).update();
        jdbc.sql("""
                        delete from guest_browser where token_hash in (
                            select token_hash from guest_browser where expires_at < ? limit ?
                            for update skip locked)""").params(Timestamp.from(now), PIECE).update();
    }
}
