package org.shelfmates.tweetup.talk;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.shelfmates.tweetup.Due;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets what guests wrote and never confirmed, a piece at a time: its links are dead after two days, its words are theirs. */
@Component
class UnconfirmedComments implements Due {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int PIECE = 1000;

    private final JdbcClient jdbc;

    UnconfirmedComments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void catchUp(Instant now) {
        jdbc.sql("""
                        delete from guest_comment where id in (
                            select id from guest_comment where used_at is null and asked_at < ? limit ?
                            for update skip locked)""").params(Timestamp.from(now.minus(KEPT)), PIECE).update();
    }
}
