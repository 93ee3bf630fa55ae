package org.shelfmates.tweetup.poll;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.PollOpened;
import org.shelfmates.tweetup.State;
import org.shelfmates.web.BadRequestException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks people when and where: opens polls and adds options to them. */
@Service
class Polling {

    private final Plans plans;
    private final Voting voting;
    private final PollClosing closing;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Polling(
            Plans plans,
            Voting voting,
            PollClosing closing,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.plans = plans;
        this.voting = voting;
        this.closing = closing;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param closesAt when it closes by itself, or null
     * @throws PollOpenException when one of this kind is open
     */
    @Transactional
    public void open(long tweetupId, long planner, Kind kind, List<Draft> options, @Nullable Instant closesAt) {
        plans.asking(tweetupId, planner, kind == Kind.DATE);
        closing.overdue(tweetupId, kind);
        long poll = jdbc.sql("""
                        insert into poll (tweetup_id, kind, opened_at, closes_at) values (:tweetup, :kind, :now, :closes)
                        on conflict (tweetup_id, kind) where closed_at is null do nothing returning id""")
                .param("tweetup", tweetupId)
                .param("kind", kind.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("closes", closesAt == null ? null : Timestamp.from(closesAt), Types.TIMESTAMP)
                .query(Long.class)
                .optional()
                .orElseThrow(PollOpenException::new);
        options.forEach(option -> insert(poll, option));
        events.publishEvent(new PollOpened(tweetupId, poll, planner));
    }

    private void insert(long poll, Draft option) {
        jdbc.sql("""
                        insert into poll_option (poll_id, starts_at, ends_at, venue, cost, capacity, access, venue_id)
                        values (:poll, :start, :end, :venue, :cost, :capacity, :access, :known) on conflict do nothing""")
                .param("poll", poll)
                .param("start", timestamp(option.start()), Types.TIMESTAMP)
                .param("end", timestamp(option.end()), Types.TIMESTAMP)
                .param("venue", option.venue(), Types.VARCHAR)
                .param("cost", option.cost())
                .param("capacity", option.capacity(), Types.INTEGER)
                .param("access", option.access())
                .param("known", option.venueId(), Types.BIGINT)
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** @throws PollClosedException when it takes no answers any more */
    @Transactional
    public void add(long tweetupId, long planner, long poll, List<Draft> options) {
        plans.changing(tweetupId, planner);
        voting.requireOpen(tweetupId, poll);
        int there = jdbc.sql("select count(*) from poll_option where poll_id = ?")
                .param(poll)
                .query(Integer.class)
                .single();
        BadRequestException.unless(there + options.size() <= OptionReader.MOST, "too many options");
        options.forEach(option -> insert(poll, option));
    }

    /** Whether a tweetup in this state has a question of this kind at all. */
    static boolean asks(Kind kind, State state) {
        return state == State.IDEA || state == State.POLLING || kind == Kind.VENUE && state == State.SCHEDULED;
    }
}
