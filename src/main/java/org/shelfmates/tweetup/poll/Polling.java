package org.shelfmates.tweetup.poll;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.PollClosed;
import org.shelfmates.tweetup.PollDecided;
import org.shelfmates.tweetup.PollOpened;
import org.shelfmates.tweetup.State;
import org.shelfmates.tweetup.TweetupScheduled;
import org.shelfmates.tweetup.planning.Settling;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks people when and where: polls are opened, answered and closed, and an option of theirs is chosen. */
@Service
class Polling {

    private final Plans plans;
    private final Settling settling;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Polling(Plans plans, Settling settling, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.plans = plans;
        this.settling = settling;
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
        Timestamp now = now();
        jdbc.sql("update poll set closed_at = closes_at"
                        + " where tweetup_id = ? and kind = ? and closed_at is null and closes_at <= ?")
                .params(tweetupId, kind.name(), now)
                .update();
        long poll = jdbc.sql("""
                        insert into poll (tweetup_id, kind, opened_at, closes_at) values (:tweetup, :kind, :now, :closes)
                        on conflict (tweetup_id, kind) where closed_at is null do nothing returning id""")
                .param("tweetup", tweetupId)
                .param("kind", kind.name())
                .param("now", now)
                .param("closes", closesAt == null ? null : Timestamp.from(closesAt), Types.TIMESTAMP)
                .query(Long.class)
                .optional()
                .orElseThrow(PollOpenException::new);
        options.forEach(option -> insert(poll, option));
        events.publishEvent(new PollOpened(tweetupId, poll));
    }

    private void insert(long poll, Draft option) {
        jdbc.sql("""
                        insert into poll_option (poll_id, starts_at, ends_at, venue, cost, capacity, access)
                        values (:poll, :start, :end, :venue, :cost, :capacity, :access) on conflict do nothing""")
                .param("poll", poll)
                .param("start", timestamp(option.start()), Types.TIMESTAMP)
                .param("end", timestamp(option.end()), Types.TIMESTAMP)
                .param("venue", option.venue(), Types.VARCHAR)
                .param("cost", option.cost())
                .param("capacity", option.capacity(), Types.INTEGER)
                .param("access", option.access())
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** @throws PollClosedException when it takes no answers any more */
    @Transactional
    public void add(long tweetupId, long planner, long poll, List<Draft> options) {
        Plans.Plan plan = plans.changing(tweetupId, planner);
        require(plan, poll);
        int there = jdbc.sql("select count(*) from poll_option where poll_id = ?")
                .param(poll)
                .query(Integer.class)
                .single();
        BadRequestException.unless(there + options.size() <= OptionReader.MOST, "too many options");
        options.forEach(option -> insert(poll, option));
    }

    /**
     * Answers, or changes answers. What is not named stays as it was.
     *
     * @param voices by the options' ids
     * @throws PollClosedException when it takes no answers any more
     * @throws BadRequestException for an option of another poll
     */
    @Transactional
    public void vote(long tweetupId, long poll, long librarian, Map<Long, Voice> voices) {
        require(plans.plan(tweetupId, null), poll);
        int written = jdbc.sql("""
                        insert into vote (option_id, librarian_id, answer, voted_at)
                        select o.id, :librarian, said.answer, :now
                        from unnest(:options::bigint[], :answers::text[]) said (option, answer)
                            join poll_option o on o.id = said.option and o.poll_id = :poll
                        order by o.id
                        on conflict (option_id, librarian_id) do update
                            set answer = excluded.answer, voted_at = excluded.voted_at""")
                .param("librarian", librarian)
                .param("now", now())
                .param("options", voices.keySet().toArray(Long[]::new))
                .param("answers", voices.values().stream().map(Voice::name).toArray(String[]::new))
                .param("poll", poll)
                .update();
        BadRequestException.unless(written == voices.size(), "an option of another poll");
    }

    /** Holds the poll open until the transaction ends: whoever closes it waits. */
    private void require(Plans.Plan plan, long poll) {
        record Row(Kind kind, boolean open) {}
        Row row = jdbc.sql("""
                        select kind, closed_at is null and (closes_at is null or closes_at > :now) as open
                        from poll where id = :poll and tweetup_id = :tweetup for share""")
                .param("now", now())
                .param("poll", poll)
                .param("tweetup", plan.id())
                .query((found, n) -> new Row(Kind.valueOf(found.getString("kind")), found.getBoolean("open")))
                .optional()
                .orElseThrow(NotFoundException::new);
        if (!row.open() || !asks(row.kind(), plan.state())) {
            throw new PollClosedException();
        }
    }

    /** Whether a tweetup in this state has a question of this kind at all. */
    static boolean asks(Kind kind, State state) {
        return state == State.IDEA || state == State.POLLING || kind == Kind.VENUE && state == State.SCHEDULED;
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
        close(
                tweetupId,
                jdbc.sql("update poll set closed_at = ? where id = ? and closed_at is null returning id")
                        .params(now(), poll));
    }

    private void close(long tweetupId, JdbcClient.StatementSpec update) {
        update.query(Long.class).list().forEach(poll -> events.publishEvent(new PollClosed(tweetupId, poll)));
    }

    /**
     * Makes an option the date or the venue, or proposes it where a second planner has to agree.
     *
     * @return whether it is settled
     */
    @Transactional
    public boolean choose(long tweetupId, long planner, long poll, long option) {
        plans.changing(tweetupId, planner);
        Settling.Choice choice = jdbc.sql("""
                        select o.starts_at, o.ends_at, o.venue from poll_option o join poll p on p.id = o.poll_id
                        where o.id = ? and p.id = ? and p.tweetup_id = ?""")
                .params(option, poll, tweetupId)
                .query((row, n) -> {
                    Timestamp start = row.getTimestamp("starts_at");
                    Timestamp end = row.getTimestamp("ends_at");
                    return new Settling.Choice(
                            start == null ? null : start.toInstant(),
                            end == null ? null : end.toInstant(),
                            row.getString("venue"),
                            option);
                })
                .optional()
                .orElseThrow(NotFoundException::new);
        return settling.choose(tweetupId, planner, choice);
    }

    /** However the date was settled, nobody is asked for it any more. In the transaction that settles it. */
    @EventListener
    void on(TweetupScheduled scheduled) {
        close(
                scheduled.tweetupId(),
                jdbc.sql("update poll set closed_at = ? where tweetup_id = ? and kind = 'DATE' and closed_at is null"
                                + " returning id")
                        .params(now(), scheduled.tweetupId()));
    }

    /** In the transaction that settles it. */
    @EventListener
    void on(PollDecided decided) {
        jdbc.sql("update poll_option set chosen = (id = :option)"
                        + " where poll_id = (select poll_id from poll_option where id = :option)")
                .param("option", decided.optionId())
                .update();
        close(
                decided.tweetupId(),
                jdbc.sql("update poll set closed_at = ? where closed_at is null"
                                + " and id = (select poll_id from poll_option where id = ?) returning id")
                        .params(now(), decided.optionId()));
    }
}
