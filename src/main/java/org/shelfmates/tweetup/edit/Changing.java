package org.shelfmates.tweetup.edit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.LocalTimes;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.Scope;
import org.shelfmates.tweetup.State;
import org.shelfmates.tweetup.Tweetup;
import org.shelfmates.tweetup.WrongStateException;
import org.shelfmates.tweetup.planning.DecisionLine;
import org.shelfmates.tweetup.planning.Furnishing;
import org.shelfmates.tweetup.planning.KnownVenues;
import org.shelfmates.tweetup.planning.Moves;
import org.shelfmates.venue.VenueCard;
import org.shelfmates.venue.appeal.VenueChoices;
import org.shelfmates.web.Dates;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/** Takes a tweetup that people were invited to, to another time or venue, and keeps what was. */
@Service
class Changing {

    private final Plans plans;
    private final DecisionLine decisions;
    private final Dates dates;
    private final KnownVenues known;
    private final Furnishing furnishing;
    private final Moves moves;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Changing(
            Plans plans,
            DecisionLine decisions,
            Dates dates,
            KnownVenues known,
            Furnishing furnishing,
            Moves moves,
            ApplicationEventPublisher events,
            Clock clock) {
        this.plans = plans;
        this.decisions = decisions;
        this.dates = dates;
        this.known = known;
        this.furnishing = furnishing;
        this.moves = moves;
        this.events = events;
        this.clock = clock;
    }

    /** What the form begins with, and what is saved where somebody else was faster. */
    record Now(Plans.Plan plan, Tweetup.Slot slot, String venue, int version, List<VenueChoices.Choice> venues) {

        ChangeForm form() {
            return new ChangeForm(
                    Integer.toString(version),
                    LocalTimes.typed(slot.start(), plan.zone()),
                    LocalTimes.typed(slot.end(), plan.zone()),
                    venue,
                    "",
                    "");
        }
    }

    /**
     * @param chosen the id of a venue that the form has already, or empty
     * @throws WrongStateException unless it has a date and is not over
     */
    @Transactional(readOnly = true)
    Now now(long id, Viewer planner, String chosen) {
        Plans.Plan plan = plans.plan(id, planner).forPlanner();
        Tweetup tweetup = plans.find(id);
        Tweetup.Slot slot = slot(tweetup);
        VenueCard venue = known.find(chosen).orElse(null);
        return new Now(plan, slot, tweetup.venue(), tweetup.version(), known.offers(known.party(id), venue));
    }

    private Tweetup.Slot slot(Tweetup tweetup) {
        State state = tweetup.stateAt(clock.instant());
        Tweetup.Slot slot = tweetup.slot();
        if (state != State.SCHEDULED || slot == null) {
            throw new WrongStateException(state);
        }
        return slot;
    }

    /**
     * @param errors what is wrong with the form already, and what else is
     * @throws WrongStateException unless it has a date and is not over
     */
    @Transactional
    Saving change(long id, long planner, ChangeForm sent, Scope scope, Errors errors) {
        VenueCard venue = known.chosen(sent.known());
        ChangeForm form = named(sent, venue);
        List<Tweetup> later = plans.later(id, planner, scope);
        Tweetup tweetup = plans.forChange(id, planner);
        Tweetup.Slot old = slot(tweetup);
        Tweetup.Slot slot = read(form, tweetup, old, errors);
        if (slot == null || errors.hasErrors()) {
            return Saving.REFUSED;
        }
        boolean same = slot.equals(old) && form.venue().equals(tweetup.venue()) && !links(form, tweetup);
        if (!Saving.current(form.version(), tweetup)) {
            return same ? Saving.SAVED : Saving.STALE; // the same form sent twice is no conflict
        }
        if (same) {
            errors.rejectValue("start", "change.nothing");
            return Saving.REFUSED;
        }
        Shift shift = new Shift(old, slot, tweetup.zone());
        if (later.stream().anyMatch(one -> shift.leadsBack(one, clock.instant()))) {
            errors.rejectValue("start", "series.change.past");
            return Saving.REFUSED;
        }
        String oldVenue = tweetup.venue();
        move(tweetup, old, slot, planner, form, venue);
        later.forEach(one -> follow(one, shift, oldVenue, planner, form, venue));
        if (scope == Scope.LATER && !slot.equals(old)) {
            events.publishEvent(shift.told(id));
        }
        return Saving.SAVED;
    }

    /** A venue of the directory goes by its name. */
    private static ChangeForm named(ChangeForm form, @Nullable VenueCard venue) {
        return venue == null
                ? form
                : new ChangeForm(
                        form.version(),
                        form.start(),
                        form.end(),
                        venue.name(),
                        form.reason(),
                        Long.toString(venue.id()));
    }

    /** Whether the words stay and the directory's venue of that name is new. */
    private static boolean links(ChangeForm form, Tweetup tweetup) {
        return !form.known().isEmpty() && !form.known().equals(String.valueOf(tweetup.venueId()));
    }

    /** Moves a later one of the series as much; what was changed of it alone, and not now, stays as it is. */
    private void follow(
            Tweetup tweetup, Shift shift, String oldVenue, long planner, ChangeForm form, @Nullable VenueCard chosen) {
        Tweetup.Slot old = tweetup.slot();
        String words = form.venue().equals(oldVenue) ? tweetup.venue() : form.venue();
        VenueCard venue = words.equals(form.venue()) ? chosen : null;
        if (old == null) { // people are being asked when
            tweetup.moveTo(words, clock.instant());
            meet(tweetup, planner, venue);
            return;
        }
        var moved = new ChangeForm("", "", "", words, form.reason(), venue == null ? "" : Long.toString(venue.id()));
        Tweetup.Slot slot = shift.of(old, tweetup.zone());
        if (!slot.equals(old) || !words.equals(tweetup.venue()) || links(moved, tweetup)) {
            move(tweetup, old, slot, planner, moved, venue);
        }
    }

    /** A venue of the directory brings along what is known of it. */
    private void meet(Tweetup tweetup, long planner, @Nullable VenueCard venue) {
        if (venue != null) {
            tweetup.meetAt(venue.id());
            furnishing.take(tweetup.id(), planner, venue);
        }
    }

    private Tweetup.@Nullable Slot read(ChangeForm form, Tweetup tweetup, Tweetup.Slot old, Errors errors) {
        Instant start = kept(LocalTimes.read("start", form.start(), tweetup.zone(), errors), old.start());
        Instant end = kept(LocalTimes.read("end", form.end(), tweetup.zone(), errors), old.end());
        if (start == null || end == null) {
            return null;
        }
        if (!start.equals(old.start()) || !end.equals(old.end())) {
            LocalTimes.check("start", start, "end", end, clock.instant(), errors);
        }
        return start.isBefore(end) ? new Tweetup.Slot(start, end) : null;
    }

    /** The form has minutes only: who leaves a time as it is means the one that is saved. */
    private static @Nullable Instant kept(@Nullable Instant typed, Instant saved) {
        return saved.truncatedTo(ChronoUnit.MINUTES).equals(typed) ? saved : typed;
    }

    private void move(
            Tweetup tweetup,
            Tweetup.Slot old,
            Tweetup.Slot slot,
            long planner,
            ChangeForm form,
            @Nullable VenueCard venue) {
        Instant now = clock.instant();
        String oldVenue = tweetup.venue();
        tweetup.reschedule(slot, now);
        tweetup.moveTo(form.venue(), now);
        meet(tweetup, planner, venue);
        String before = words(old, oldVenue, tweetup);
        decisions.write(
                tweetup.id(), planner, "change.decision", before, words(slot, form.venue(), tweetup), form.reason());
        moves.tell(tweetup, planner, old, oldVenue, form.reason());
    }

    private String words(Tweetup.Slot slot, String venue, Tweetup tweetup) {
        return dates.span(slot.start(), slot.end(), tweetup.zone()) + (venue.isEmpty() ? "" : ", " + venue);
    }
}
