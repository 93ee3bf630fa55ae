package org.shelfmates.tweetup;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells that a tweetup is near, and that it has happened. Nothing is planned ahead, so nothing has to be moved when a date
 * is: what is due by now and has not been told for that date is told, once, by its row in {@code tweetup_told}.
 */
@Service
class Reminders implements Due {

    /** What ended before that, while nobody ran the site, is old news. */
    private static final Duration NEWS = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Reminders(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    @Transactional
    public void catchUp(Instant now) {
        remind("48_HOURS", 48, 3, now);
        remind("3_HOURS", 3, 0, now);
        once("HAPPENED", "ends_at <= :now and ends_at > :from", now, now.minus(NEWS), now)
                .forEach(id -> events.publishEvent(new TweetupHappened(id)));
    }

    /**
     * A reminder that was missed while nobody ran the site is sent late, but not when the next one is due already; and who
     * answered a date that was set within these hours needs none.
     */
    private void remind(String what, int hours, int next, Instant now) {
        once(
                        what,
                        "starts_at <= :until and starts_at > :from"
                                + " and coalesce(dated_at, created_at) <= starts_at - make_interval(hours => " + hours
                                + ")",
                        now,
                        now.plus(Duration.ofHours(next)),
                        now.plus(Duration.ofHours(hours)))
                .forEach(id -> events.publishEvent(new ReminderDue(id, hours)));
    }

    /** @return the tweetups that have not been told this for their date */
    private List<Long> once(String what, String due, Instant now, Instant from, Instant until) {
        return jdbc.sql(
                        "insert into tweetup_told (tweetup_id, what, starts_at) select id, :what, starts_at from tweetup"
                                + " where state = 'SCHEDULED' and " + due
                                + " order by id on conflict do nothing returning tweetup_id")
                .param("what", what)
                .param("now", Timestamp.from(now))
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query(Long.class)
                .list();
    }
}
