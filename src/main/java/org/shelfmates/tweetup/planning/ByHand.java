package org.shelfmates.tweetup.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.LocalTimes;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.Tweetup;
import org.shelfmates.tweetup.WrongStateException;
import org.shelfmates.venue.VenueCard;
import org.shelfmates.venue.appeal.VenueChoices;
import org.shelfmates.web.BadRequestException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/** A date, and perhaps a venue, that a planner settles without a poll. */
@Service
class ByHand {

    private final Plans plans;
    private final Settling settling;
    private final KnownVenues known;
    private final Clock clock;

    ByHand(Plans plans, Settling settling, KnownVenues known, Clock clock) {
        this.plans = plans;
        this.settling = settling;
        this.known = known;
        this.clock = clock;
    }

    /** What the form begins with. */
    record Now(Plans.Plan plan, String venue, boolean agreement, List<VenueChoices.Choice> venues) {

        DateForm form() {
            return new DateForm("", "", venue, "");
        }
    }

    /**
     * @param chosen the id of a venue that the form has already, or empty
     * @throws WrongStateException where there is a date, or none can be
     */
    @Transactional(readOnly = true)
    Now now(long id, Viewer planner, String chosen) {
        Plans.Plan plan = plans.plan(id, planner).forPlanner();
        Tweetup tweetup = plans.find(id);
        tweetup.requireUndated(clock.instant());
        VenueCard venue = known.find(chosen).orElse(null);
        return new Now(plan, tweetup.venue(), tweetup.agreement(), known.offers(known.party(id), venue));
    }

    /**
     * @param errors what is wrong with the form already, and what else is
     * @return whether nothing was
     * @throws BadRequestException for a venue that no form of ours offers
     */
    @Transactional
    boolean settle(long id, Viewer planner, DateForm form, Errors errors) {
        ZoneId zone = plans.plan(id, planner).forPlanner().zone();
        VenueCard venue = known.chosen(form.known());
        Instant start = LocalTimes.read("start", form.start(), zone, errors);
        Instant end = LocalTimes.read("end", form.end(), zone, errors);
        if (start != null && end != null) {
            LocalTimes.check("start", start, "end", end, clock.instant(), errors);
        }
        if (errors.hasErrors()) {
            return false;
        }
        settling.choose(
                id,
                planner.id(),
                venue == null
                        ? new Settling.Choice(start, end, form.venue(), null)
                        : new Settling.Choice(start, end, venue.name(), null, venue.id()));
        return true;
    }
}
