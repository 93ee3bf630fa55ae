package org.shelfmates.tweetup.poll;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.Due;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.PollClosed;
import org.shelfmates.tweetup.PollDecided;
import org.shelfmates.tweetup.TweetupScheduled;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes polls: by a planner, by the clock, or because what they ask for is settled. Whoever writes {@code closed_at} tells
 * of it, and the row is written once; so each closing is told once, however many come at the same time.
 */
@Service
class PollClosing implements Due {

    /** One whose time is over was closed then, not when somebody noticed. */
    private static final String CLOSE =
            "update poll set closed_at = least(:now, closes_at) where closed_at is null and ";

    private static final String RETURNING = " returning tweetup_id, id";

    private final Plans plans;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PollClosing(Plans plans, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.plans = plans;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    private void close(JdbcClient.StatementSpec update) {
        close(update, clock.instant(), null);
    }

    private void close(JdbcClient.StatementSpec update, Instant now, @Nullable Long by) {
        update.param("now", Timestamp.from(now))
                .query((row, n) -> new PollClosed(row.getLong("tweetup_id"), row.getLong("id"), by))
                .list()
                .forEach(events::publishEvent);
    }

    /** Those whose time is over, however long ago. One that somebody is answering right now is left to the next run. */
    @Override
    @Transactional
    public void catchUp(Instant now) {
        close(
                jdbc.sql(CLOSE + "id in (select id from poll where closed_at is null and closes_at <= :now"
                        + " order by id for update skip locked)" + RETURNING),
                now,
                null);
    }

    /** The same for one tweetup's of a kind, in the transaction that opens the next. */
    void overdue(long tweetupId, Kind kind) {
        close(jdbc.sql(CLOSE + "closes_at <= :now and tweetup_id = :tweetup and kind = :kind" + RETURNING)
                .param("tweetup", tweetupId)
                .param("kind", kind.name()));
    }

    /** A closed poll stays closed, whoever else closes it. */
    @Transactional
    public void close(long tweetupId, long planner, long poll) {
        plans.changing(tweetupId, planner);
        jdbc.sql("select id from poll where id = ? and tweetup_id = ?")
                .params(poll, tweetupId)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFoundException::new);
        close(jdbc.sql(CLOSE + "id = :poll" + RETURNING).param("poll", poll), clock.instant(), planner);
    }

    /** However the date was settled, nobody is asked for it any more. In the transaction that settles it. */
    @EventListener
    void on(TweetupScheduled scheduled) {
        close(jdbc.sql(CLOSE + "tweetup_id = :tweetup and kind = 'DATE'" + RETURNING)
                .param("tweetup", scheduled.tweetupId()));
    }

    /** In the transaction that settles it. */
    @EventListener
    void on(PollDecided decided) {
        close(jdbc.sql(CLOSE + "id = (select poll_id from poll_option where id = :option)" + RETURNING)
                .param("option", decided.optionId()));
    }
}
