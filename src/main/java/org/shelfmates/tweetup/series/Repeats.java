package org.shelfmates.tweetup.series;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.LocalTimes;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.State;
import org.shelfmates.tweetup.Tweetup;
import org.shelfmates.tweetup.WrongStateException;
import org.shelfmates.tweetup.edit.PartEditing;
import org.shelfmates.web.NotFoundException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes further tweetups like one that there is, for a series that it belongs to. */
@Service
class Repeats {

    private final Plans plans;
    private final PartEditing parts;
    private final Clock clock;

    Repeats(Plans plans, PartEditing parts, Clock clock) {
        this.plans = plans;
        this.parts = parts;
        this.clock = clock;
    }

    /** What a series can grow out of. */
    record Seed(Plans.Plan plan, Instant start, Instant end) {

        public ZoneId zone() {
            return plan.zone();
        }
    }

    /**
     * @throws NotFoundException when there is none of this id
     * @throws AccessDeniedException for anybody but its planners
     * @throws WrongStateException unless it has a date and is not over
     */
    @Transactional(readOnly = true)
    Seed seed(long id, long planner) {
        return seed(plans.planned(id, planner));
    }

    /** As {@link #seed(long, long)}, its row locked until the caller's transaction ends. */
    @Transactional
    Seed seedLocked(long id, long planner) {
        return seed(plans.forChange(id, planner));
    }

    private Seed seed(Tweetup tweetup) {
        Tweetup.Slot slot = tweetup.slot();
        State state = tweetup.stateAt(clock.instant());
        if (state != State.SCHEDULED || slot == null) {
            throw new WrongStateException(state);
        }
        return new Seed(plans.plan(tweetup, true), slot.start(), slot.end());
    }

    /**
     * Makes another like a tweetup, with its parts and planners, and nobody's answers. Answers close as long before it.
     *
     * @param like of which the planner is one, in whatever state
     * @param date that the series' rule gives the new one
     */
    @Transactional
    void again(long like, long planner, long series, LocalDate date, Instant start, Instant end) {
        Tweetup source = plans.forChange(like, planner);
        Instant now = clock.instant();
        var slot = new Tweetup.Slot(start, end);
        Tweetup made = source.again(series, date, slot, close(source, slot, now), now);
        plans.add(made);
        parts.copy(like, made.id());
    }

    /** Where answers would be closed already there is no such time: who is asked must be able to answer. */
    private static @Nullable Instant close(Tweetup source, Tweetup.Slot slot, Instant now) {
        Instant close = source.answersCloseAt();
        Tweetup.Slot from = source.slot();
        if (close == null || from == null) {
            return null;
        }
        Instant moved = LocalTimes.closing(close, from.start(), slot.start(), source.zone());
        return moved.isAfter(now) ? moved : null;
    }
}
