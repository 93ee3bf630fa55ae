package org.shelfmates.tweetup.planning;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.PollDecided;
import org.shelfmates.tweetup.TooLateException;
import org.shelfmates.tweetup.Tweetup;
import org.shelfmates.tweetup.TweetupScheduled;
import org.shelfmates.tweetup.WrongStateException;
import org.shelfmates.venue.Venues;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Settles when and where a tweetup is, by hand or by an option of a poll. Where its planners want to agree, what one of them
 * chooses is a proposal until another confirms it. Each settling is written down among the decisions.
 */
@Service
public class Settling {

    private final Plans plans;
    private final Decisions decisions;
    private final Venues venues;
    private final Furnishing furnishing;
    private final Moves moves;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settling(
            Plans plans,
            Decisions decisions,
            Venues venues,
            Furnishing furnishing,
            Moves moves,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.venues = venues;
        this.furnishing = furnishing;
        this.moves = moves;
        this.plans = plans;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is to be settled: a date with its venue, or a venue alone.
     *
     * @param start null for a venue alone, and so is the end
     * @param venue in words; null leaves it as it is
     * @param option of the poll that it comes from, or null where it was chosen by hand
     * @param venueId of the directory, which the words are the name of; null for words alone
     * @param reason for those who were invited to another venue, may be empty
     */
    public record Choice(
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable String venue,
            @Nullable Long option,
            @Nullable Long venueId,
            String reason) {

        /** Of a poll, or by hand: nobody needs to be told why. */
        public Choice(
                @Nullable Instant start,
                @Nullable Instant end,
                @Nullable String venue,
                @Nullable Long option,
                @Nullable Long venueId) {
            this(start, end, venue, option, venueId, "");
        }

        /** Of a venue that is words alone. */
        public Choice(@Nullable Instant start, @Nullable Instant end, @Nullable String venue, @Nullable Long option) {
            this(start, end, venue, option, null);
        }

        private String kind() {
            return start == null ? "VENUE" : "DATE";
        }
    }

    /**
     * @return whether it is settled; else it waits for another planner
     * @throws AccessDeniedException for anybody who is no planner
     * @throws WrongStateException when there is nothing to settle any more: a date is settled once
     * @throws TooLateException when the date is past
     */
    @Transactional
    public boolean choose(long tweetupId, long planner, Choice choice) {
        Tweetup tweetup = plans.forChange(tweetupId, planner);
        Instant now = clock.instant();
        if (choice.start() != null) {
            tweetup.requireUndated(now);
            TooLateException.unlessAhead(choice.start(), now);
        } else {
            tweetup.requireOpen(now);
        }
        if (tweetup.agreement()) {
            propose(tweetup, planner, choice, now);
            return false;
        }
        settle(tweetup, planner, choice, now);
        return true;
    }

    private void propose(Tweetup tweetup, long planner, Choice choice, Instant now) {
        jdbc.sql("""
                        insert into proposal (tweetup_id, kind, proposed_by, option_id, starts_at, ends_at, venue, proposed_at, venue_id,
                            reason)
                        values (:tweetup, :kind, :planner, :option, :start, :end, :venue, :now, :known, :reason)
                        on conflict (tweetup_id, kind) do update set id = default, proposed_by = :planner, option_id = :option,
                            starts_at = :start, ends_at = :end, venue = :venue, proposed_at = :now, venue_id = :known,
                            reason = :reason""")
                .param("tweetup", tweetup.id())
                .param("kind", choice.kind())
                .param("planner", planner)
                .param("option", choice.option(), Types.BIGINT)
                .param("start", timestamp(choice.start()), Types.TIMESTAMP)
                .param("end", timestamp(choice.end()), Types.TIMESTAMP)
                .param("venue", choice.venue() == null ? tweetup.venue() : choice.venue())
                .param("now", Timestamp.from(now))
                .param("known", choice.venue() == null ? tweetup.venueId() : choice.venueId(), Types.BIGINT)
                .param("reason", choice.reason())
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private void settle(Tweetup tweetup, long planner, Choice choice, Instant now) {
        Tweetup.Slot slot = tweetup.slot();
        String oldVenue = tweetup.venue();
        String venue = choice.venue() == null ? oldVenue : choice.venue();
        // an option or a proposal may be older than the merge of its venue
        Long known = choice.venueId() == null ? null : venues.standing(choice.venueId());
        boolean moved =
                known != null && tweetup.venueId() != null ? !known.equals(tweetup.venueId()) : !venue.equals(oldVenue);
        if (choice.start() != null && choice.end() != null) {
            tweetup.schedule(new Tweetup.Slot(choice.start(), choice.end()), venue, now);
            decisions.record(
                    tweetup.id(), planner, Decisions.Kind.DATE, choice.start().toString(), choice.start());
            events.publishEvent(new TweetupScheduled(tweetup.id(), planner));
        } else {
            tweetup.moveTo(venue, now);
        }
        if (known != null) {
            tweetup.meetAt(known);
        }
        if (known != null && choice.option() == null) { // an option brings its own facts
            venues.find(known).ifPresent(at -> furnishing.take(tweetup.id(), planner, at));
        }
        if (moved && !venue.isEmpty()) {
            decisions.record(tweetup.id(), planner, Decisions.Kind.VENUE, venue, null);
        }
        jdbc.sql("delete from proposal where tweetup_id = ? and kind = ?")
                .params(tweetup.id(), choice.kind())
                .update();
        if (choice.option() != null) {
            events.publishEvent(new PollDecided(tweetup.id(), choice.option(), planner));
        } else if (moved && choice.start() == null && slot != null) {
            moves.tell(tweetup, planner, slot, oldVenue, choice.reason());
        }
    }

    /** Another planner agrees: what was proposed is settled. Their own proposal nobody can confirm (403). */
    @Transactional
    public void confirm(long tweetupId, long planner, long proposalId) {
        Tweetup tweetup = plans.forChange(tweetupId, planner);
        record Proposal(long by, Choice choice) {}
        Proposal proposal = proposal(tweetupId, proposalId)
                .query((row, n) -> {
                    Timestamp start = row.getTimestamp("starts_at");
                    Timestamp end = row.getTimestamp("ends_at");
                    var choice = new Choice(
                            start == null ? null : start.toInstant(),
                            end == null ? null : end.toInstant(),
                            row.getString("venue"),
                            (Long) row.getObject("option_id"),
                            (Long) row.getObject("venue_id"),
                            row.getString("reason"));
                    return new Proposal(row.getLong("proposed_by"), choice);
                })
                .optional()
                .orElseThrow(NotFoundException::new);
        if (proposal.by() == planner) {
            throw new AccessDeniedException("one's own proposal");
        }
        Instant now = clock.instant();
        Optional.ofNullable(proposal.choice().start()).ifPresent(start -> TooLateException.unlessAhead(start, now));
        settle(tweetup, planner, proposal.choice(), now);
    }

    private JdbcClient.StatementSpec proposal(long tweetupId, long proposalId) {
        return jdbc.sql("select * from proposal where tweetup_id = ? and id = ?")
                .params(tweetupId, proposalId);
    }

    /** Any planner says no, or takes their own proposal back. */
    @Transactional
    public void reject(long tweetupId, long planner, long proposalId) {
        plans.forChange(tweetupId, planner);
        int gone = jdbc.sql("delete from proposal where tweetup_id = ? and id = ?")
                .params(tweetupId, proposalId)
                .update();
        if (gone == 0) {
            throw new NotFoundException();
        }
    }

    /** The date falls through: people are asked again. */
    @Transactional
    public void askAgain(long tweetupId, long planner, String because) {
        Tweetup tweetup = plans.forChange(tweetupId, planner);
        tweetup.askAgain(clock.instant());
        decisions.record(tweetupId, planner, Decisions.Kind.AGAIN, because, null);
    }

    /** What came of switching the second planner's agreement. */
    enum Switched {
        DONE,
        /** There is no second planner. */
        ALONE,
        /** Something waits for the second planner: who switched it off now could settle it alone. */
        WAITING
    }

    /** Whether two planners have to agree on dates and venues from now on. */
    @Transactional
    Switched requireAgreement(long tweetupId, long planner, boolean second) {
        Tweetup tweetup = plans.forChange(tweetupId, planner);
        if (second && tweetup.plannedByOne()) {
            return Switched.ALONE;
        }
        boolean waiting = jdbc.sql("select exists (select from proposal where tweetup_id = ?)")
                .param(tweetupId)
                .query(Boolean.class)
                .single();
        if (!second && waiting) {
            return Switched.WAITING;
        }
        tweetup.requireAgreement(second);
        return Switched.DONE;
    }
}
