package org.shelfmates.tweetup;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.web.NotFoundException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may do what with a tweetup, in one place. Everybody reads it; its planners change it, all alike: what, when, where,
 * who else plans, who came. Nobody else does.
 */
@Service
public class Plans {

    private final Tweetups tweetups;
    private final Clock clock;

    Plans(Tweetups tweetups, Clock clock) {
        this.tweetups = tweetups;
        this.clock = clock;
    }

    /**
     * A tweetup as its planners' pages need it.
     *
     * @param mine whether the viewer is one of its planners
     * @param series that it belongs to, or null
     */
    public record Plan(
            long id,
            String slug,
            String title,
            State state,
            ZoneId zone,
            boolean mine,
            @Nullable Long series) {

        /** The address of its page. */
        public String path() {
            return "/tweetups/" + id + "/" + slug;
        }

        /** @throws AccessDeniedException unless it is a planner of it who looks */
        public Plan forPlanner() {
            if (!mine) {
                throw notPlanned(id);
            }
            return this;
        }

        /** @throws WrongStateException before it is over, and when it was cancelled */
        public Plan over() {
            if (state != State.HAPPENED) {
                throw new WrongStateException(state);
            }
            return this;
        }

        /** Where a change leads: to its page, or to that of its series when it was one of several. */
        public String after(Scope scope) {
            return scope == Scope.ONE || series == null ? path() : "/series/" + series + "/" + slug + "?from=" + id;
        }
    }

    /** @throws NotFoundException when there is none of this id */
    @Transactional(readOnly = true)
    public Tweetup find(long id) {
        return tweetups.findById(id).orElseThrow(NotFoundException::new);
    }

    /**
     * The tweetup with its row locked until the transaction ends: every change of places goes through here, one at a time.
     *
     * @throws NotFoundException when there is none of this id
     */
    @Transactional
    public Tweetup locked(long id) {
        return tweetups.findLockedById(id).orElseThrow(NotFoundException::new);
    }

    /** Begins a new one. */
    @Transactional
    public void add(Tweetup tweetup) {
        tweetups.save(tweetup);
    }

    /** @throws NotFoundException when there is none of this id */
    @Transactional(readOnly = true)
    public Plan plan(long id, @Nullable Viewer viewer) {
        Tweetup tweetup = find(id);
        return plan(tweetup, viewer != null && tweetup.isPlannedBy(viewer.id()));
    }

    /** @param mine whether it is a planner of it who looks */
    public Plan plan(Tweetup tweetup, boolean mine) {
        return new Plan(
                tweetup.id(),
                tweetup.slug(),
                tweetup.title(),
                tweetup.stateAt(clock.instant()),
                tweetup.zone(),
                mine,
                tweetup.series());
    }

    /**
     * As {@link #plan}, for a change of what belongs to it by one of its planners: its row is locked until the caller's
     * transaction ends.
     *
     * @throws NotFoundException when there is none of this id
     * @throws AccessDeniedException for anybody else
     */
    @Transactional
    public Plan changing(long id, long planner) {
        return plan(forChange(id, planner), true);
    }

    /**
     * As {@link #plan}, for a change that not only planners may make: its row is locked until the caller's transaction
     * ends, and who may is for the caller to ask.
     *
     * @throws NotFoundException when there is none of this id
     */
    @Transactional
    public Plan locked(long id, Viewer viewer) {
        Tweetup tweetup = tweetups.findLockedById(id).orElseThrow(NotFoundException::new);
        return plan(tweetup, tweetup.isPlannedBy(viewer.id()));
    }

    /**
     * As {@link #changing}, to ask people when or where.
     *
     * @param when whether a date is asked for, which a tweetup that has one does not
     * @throws WrongStateException when it is over or cancelled, or has a date
     */
    @Transactional
    public Plan asking(long id, long planner, boolean when) {
        Tweetup tweetup = forChange(id, planner);
        Instant now = clock.instant();
        tweetup.requireOpen(now);
        if (when || tweetup.stateAt(now) != State.SCHEDULED) {
            tweetup.poll(now);
        }
        return plan(tweetup, true);
    }

    /**
     * The tweetup for a change by one of its planners, its row locked until the transaction ends.
     *
     * @throws NotFoundException when there is none of this id
     * @throws AccessDeniedException for anybody else
     */
    @Transactional
    public Tweetup forChange(long id, long planner) {
        return planned(locked(id), planner);
    }

    /**
     * The tweetup for one of its planners to look at.
     *
     * @throws NotFoundException when there is none of this id
     * @throws AccessDeniedException for anybody else
     */
    @Transactional(readOnly = true)
    public Tweetup planned(long id, long planner) {
        return planned(find(id), planner);
    }

    private static Tweetup planned(Tweetup tweetup, long planner) {
        if (!tweetup.isPlannedBy(planner)) {
            throw notPlanned(tweetup.id());
        }
        return tweetup;
    }

    private static AccessDeniedException notPlanned(long id) {
        return new AccessDeniedException("not a planner of tweetup " + id);
    }

    /**
     * Those after a tweetup in its series that are neither over nor cancelled and planned by the same planner, their rows
     * locked until the transaction ends: to be asked for before {@link #forChange}. That one itself is locked in its turn,
     * so that whatever changes several takes their locks in the order of their ids. Those that others plan are left out.
     *
     * @return none for one alone
     */
    @Transactional
    public List<Tweetup> later(long id, long planner, Scope scope) {
        if (scope == Scope.ONE) {
            return List.of();
        }
        Instant now = clock.instant();
        return tweetups.seriesOf(id)
                .flatMap(tweetups::lockSeries)
                .map(series -> tweetups.findLockedFrom(series, id).stream()
                        .filter(later -> later.id() != id && later.open(now) && later.isPlannedBy(planner))
                        .toList())
                .orElse(List.of());
    }
}
