package org.shelfmates.tweetup.edit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.group.GroupCard;
import org.shelfmates.group.Groups;
import org.shelfmates.librarian.Profiles;
import org.shelfmates.place.Place;
import org.shelfmates.place.Places;
import org.shelfmates.tweetup.planning.KnownVenues;
import org.shelfmates.venue.VenueCard;
import org.shelfmates.venue.appeal.VenueChoices;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The form for a new plan: what it begins with, and what there is to choose from. */
@Service
@Transactional(readOnly = true)
class NewPlans {

    private final Places places;
    private final Profiles profiles;
    private final Groups groups;
    private final Copying copying;
    private final OccasionChoices occasions;
    private final KnownVenues known;

    NewPlans(
            Places places,
            Profiles profiles,
            Groups groups,
            Copying copying,
            OccasionChoices occasions,
            KnownVenues known) {
        this.places = places;
        this.profiles = profiles;
        this.groups = groups;
        this.copying = copying;
        this.occasions = occasions;
        this.known = known;
    }

    /**
     * What a form chooses from.
     *
     * @param venues of the directory, near the place; none while it has no place
     */
    record Choices(List<GroupCard> groups, List<OccasionChoices.Choice> occasions, List<VenueChoices.Choice> venues) {}

    record Beginning(TweetupForm form, Choices choices) {}

    /** @param group the slug of one of the planner's groups, or empty; likewise the occasion */
    Beginning blank(String group, String occasion, PlanRequest asked, Viewer planner, Locale language) {
        List<GroupCard> own = groups.of(planner.id(), planner.id());
        VenueCard venue = known.find(asked.venue()).orElse(null);
        Place place = place(
                        venue, asked, own.stream().anyMatch(one -> one.slug().equals(group)) ? group : "")
                .orElseGet(() -> profiles.home(planner.id()));
        TweetupForm form = new TweetupForm(
                "",
                "",
                group,
                "",
                place.label(language),
                "",
                venue == null ? "" : Long.toString(venue.id()),
                asked.start(),
                asked.end(),
                "",
                "",
                occasion,
                "",
                "",
                asked.librarian());
        return new Beginning(form, choices(form, own, place.id(), venue));
    }

    private Optional<Place> place(@Nullable VenueCard venue, PlanRequest asked, String group) {
        if (venue != null) {
            return places.byId(venue.placeId());
        }
        return asked.placeId()
                .flatMap(places::byId)
                .or(() -> group.isEmpty()
                        ? Optional.empty()
                        : groups.bySlug(group, null).flatMap(page -> places.byId(page.placeId())));
    }

    /** One like a tweetup that they plan. */
    Beginning copy(long from, Viewer planner) {
        TweetupForm form = copying.form(from, planner);
        return new Beginning(form, choices(form, Long.valueOf(form.place()), planner));
    }

    /** @param place that the form means, or null where it does not say yet */
    Choices choices(TweetupForm form, @Nullable Long place, Viewer planner) {
        VenueCard venue = known.find(form.known()).orElse(null);
        return choices(form, groups.of(planner.id(), planner.id()), place, venue);
    }

    private Choices choices(TweetupForm form, List<GroupCard> own, @Nullable Long place, @Nullable VenueCard venue) {
        Long near = place == null && venue != null ? Long.valueOf(venue.placeId()) : place;
        return new Choices(
                own,
                occasions.coming(form.occasion()),
                near == null ? List.of() : known.offers(form.party(near), venue));
    }
}
