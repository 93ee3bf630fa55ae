package org.shelfmates.tweetup.edit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.group.GroupCard;
import org.shelfmates.group.Groups;
import org.shelfmates.place.Place;
import org.shelfmates.tweetup.Details;
import org.shelfmates.tweetup.LocalTimes;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.Tweetup;
import org.shelfmates.tweetup.planning.KnownVenues;
import org.shelfmates.venue.VenueCard;
import org.shelfmates.web.BadRequestException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/** Makes plans. */
@Service
class Planning {

    private final Plans plans;
    private final Groups groups;
    private final Copying copying;
    private final OccasionChoices occasions;
    private final AskingAlong asking;
    private final KnownVenues known;
    private final Clock clock;

    Planning(
            Plans plans,
            Groups groups,
            Copying copying,
            OccasionChoices occasions,
            AskingAlong asking,
            KnownVenues known,
            Clock clock) {
        this.asking = asking;
        this.known = known;
        this.plans = plans;
        this.groups = groups;
        this.copying = copying;
        this.occasions = occasions;
        this.clock = clock;
    }

    /**
     * What annotations cannot say: times that exist at the place, in order and ahead, or none; a group of the planner's,
     * an occasion to come.
     *
     * @throws BadRequestException for a venue that no form of ours offers
     */
    void check(TweetupForm form, @Nullable Place place, long planner, Errors errors) {
        known.chosen(form.known());
        if (!form.group().isEmpty() && groupOf(form, planner) == null) {
            errors.rejectValue("group", "tweetup.group.unknown");
        }
        if (!form.occasion().isEmpty() && occasions.id(form.occasion(), null) == null) {
            errors.rejectValue("occasion", "plan.occasion.unknown");
        }
        if (form.undated()) {
            return;
        }
        ZoneId zone = place == null ? ZoneOffset.UTC : place.zoneId();
        Instant start = LocalTimes.read("start", form.start(), zone, errors);
        Instant end = LocalTimes.read("end", form.end(), zone, errors);
        if (place != null && start != null && end != null) {
            LocalTimes.check("start", start, "end", end, clock.instant(), errors);
        }
    }

    private @Nullable GroupCard groupOf(TweetupForm form, long planner) {
        List<GroupCard> own = groups.of(planner, planner);
        return own.stream()
                .filter(group -> group.slug().equals(form.group()))
                .findFirst()
                .orElse(null);
    }

    /**
     * @param form checked by {@link #check}
     * @return the address of the new plan
     */
    @Transactional
    public String publish(TweetupForm form, Place place, long planner) {
        VenueCard venue = known.chosen(form.known());
        String words = venue == null ? form.venue() : venue.name();
        Tweetup tweetup = form.undated() ? idea(form, place, words, planner) : invitation(form, place, words, planner);
        GroupCard group = groupOf(form, planner);
        if (group != null) {
            tweetup.belongTo(group.id());
        }
        tweetup.hangOn(form.occasion().isEmpty() ? null : occasions.id(form.occasion(), null));
        tweetup.promise(!form.free().isEmpty(), !form.stepFree().isEmpty());
        tweetup.limitTo(form.places());
        plans.add(tweetup);
        copying.onto(form.copy(), tweetup, planner);
        if (venue != null) {
            meet(tweetup, venue, form.party(place.id()));
        }
        asking.ask(tweetup.id(), planner, form.with());
        return "/tweetups/" + tweetup.id() + "/" + tweetup.slug();
    }

    /** What the directory knows of the venue stands where nothing was copied. */
    private void meet(Tweetup tweetup, VenueCard venue, KnownVenues.Party party) {
        tweetup.meetAt(venue.id());
        KnownVenues.Facts facts = known.facts(venue, party);
        Details told = tweetup.details();
        tweetup.describe(told.at(
                told.cost().isEmpty() ? facts.cost() : told.cost(),
                told.access().isEmpty() ? facts.access() : told.access()));
    }

    private Tweetup idea(TweetupForm form, Place place, String venue, long planner) {
        Instant now = clock.instant();
        Tweetup tweetup = Tweetup.idea(form.title(), form.plan(), place, planner, now);
        tweetup.moveTo(venue, now);
        return tweetup;
    }

    private Tweetup invitation(TweetupForm form, Place place, String venue, long planner) {
        ZoneId zone = place.zoneId();
        var slot = new Tweetup.Slot(
                LocalTimes.at(LocalTimes.time(form.start()), zone), LocalTimes.at(LocalTimes.time(form.end()), zone));
        return Tweetup.scheduled(form.title(), form.plan(), place, venue, slot, planner, clock.instant());
    }
}
