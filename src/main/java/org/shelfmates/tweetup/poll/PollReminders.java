package org.shelfmates.tweetup.poll;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.shelfmates.tweetup.Due;
import org.shelfmates.tweetup.PollClosesSoon;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells that a poll closes soon: once, for who writes that down publishes it, late where nobody ran the site, or not at all. */
@Service
class PollReminders implements Due {

    private static final Duration BEFORE = Duration.ofDays(1);

    /** Of a shorter poll people have heard yesterday, or the day before. */
    private static final Duration SHORTEST = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    PollReminders(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    @Transactional
    public void catchUp(Instant now) {
        jdbc.sql("""
                        update poll set closing_told_at = :now where id in (
                            select id from poll where closed_at is null and closing_told_at is null
                                and closes_at > :now and closes_at <= :until
                                and closes_at - opened_at >= make_interval(secs => :shortest)
                            order by id for update skip locked)
                        returning tweetup_id, id""")
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(BEFORE)))
                .param("shortest", SHORTEST.toSeconds())
                .query((row, n) -> new PollClosesSoon(row.getLong("tweetup_id"), row.getLong("id")))
                .list()
                .forEach(events::publishEvent);
    }
}
