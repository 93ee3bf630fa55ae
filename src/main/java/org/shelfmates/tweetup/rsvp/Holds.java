package org.shelfmates.tweetup.rsvp;

import java.sql.Timestamp;
import java.time.Instant;
import org.shelfmates.tweetup.Due;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends the holds of guests who did not confirm in time: each tweetup in a transaction of its own. */
@Component
public class Holds implements Due {

    private final JdbcClient jdbc;
    private final Answering answering;

    Holds(JdbcClient jdbc, Answering answering) {
        this.jdbc = jdbc;
        this.answering = answering;
    }

    @Override
    public void catchUp(Instant now) {
        jdbc.sql("select distinct tweetup_id from rsvp where held_until <= ? order by tweetup_id")
                .param(Timestamp.from(now))
                .query(Long.class)
                .list()
                .forEach(answering::endHolds);
    }
}
