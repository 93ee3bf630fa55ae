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
        if (option.venueId() != null && (asked(poll, option.venueId()) || named(poll, option))) {
            return;
        }
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

    /** Whether a venue of the directory is an option already, perhaps by the id of one that turned out to be it. */
    private boolean asked(long poll, long venue) {
        return jdbc.sql("select exists (select from poll_option o join venue v on v.id = o.venue_id"
                        + " where o.poll_id = :poll and coalesce(v.merged_into, v.id) = :venue)")
                .param("poll", poll)
                .param("venue", venue)
                .query(Boolean.class)
                .single();
    }

    /**
     * Words that are its name are the venue from now on, and keep their answers. What nobody wrote of it is filled in.
     *
     * @return whether there are such words
     */
    private boolean named(long poll, Draft option) {
        return jdbc.sql("""
                                update poll_option set venue_id = :known, cost = coalesce(nullif(cost, ''), :cost),
                                    capacity = coalesce(capacity, :capacity), access = coalesce(nullif(access, ''), :access)
                                where poll_id = :poll and venue_id is null and lower(venue) = lower(:venue)""")
                        .param("poll", poll)
                        .param("known", option.venueId())
                        .param("venue", option.venue())
                        .param("cost", option.cost())
                        .param("capacity", option.capacity(), Types.INTEGER)
                        .param("access", option.access())
                        .update()
                > 0;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** @throws PollClosedException when it takes no answers any more */
    @Transactional
    public void add(long tweetupId, long planner, long poll, List<Draft> options) {
        plans.changing(tweetupId, planner);
        voting.requireOpen(tweetupId, poll);
        options.forEach(option -> insert(poll, option));
        int there = jdbc.sql("select count(*) from poll_option where poll_id = ?")
                .param(poll)
                .query(Integer.class)
                .single();
        BadRequestException.unless(there <= OptionReader.MOST, "too many options");
    }

    /** Whether a tweetup in this state has a question of this kind at all. */
    static boolean asks(Kind kind, State state) {
        return state == State.IDEA || state == State.POLLING || kind == Kind.VENUE && state == State.SCHEDULED;
    }
}
