package org.shelfmates.tweetup.poll;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.shelfmates.tweetup.planning.KnownVenues;
import org.shelfmates.venue.Quote;
import org.shelfmates.venue.VenueCard;
import org.shelfmates.venue.Venues;
import org.shelfmates.venue.appeal.VenueChoices;
import org.shelfmates.web.BadRequestException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The directory's venues as options of a tweetup's poll, with what each would cost this party. */
@Service
@Transactional(readOnly = true)
class VenueOffers {

    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    private final VenueChoices choices;
    private final Venues venues;
    private final KnownVenues known;
    private final JdbcClient jdbc;

    VenueOffers(VenueChoices choices, Venues venues, KnownVenues known, JdbcClient jdbc) {
        this.choices = choices;
        this.venues = venues;
        this.known = known;
        this.jdbc = jdbc;
    }

    /** @param suggested whether somebody suggested it on an appeal of the tweetup */
    record Offer(VenueCard venue, Quote quote, boolean suggested) {}

    /**
     * What was suggested on the tweetup's appeals, and then what is cheapest near its place.
     *
     * @param name what the latter are to be called, may be empty
     */
    List<Offer> of(long tweetup, String name) {
        KnownVenues.Party party = known.party(tweetup);
        List<Offer> offers = new ArrayList<>();
        Set<Long> seen = new LinkedHashSet<>();
        for (VenueCard venue : venues.find(suggested(tweetup))) {
            seen.add(venue.id());
            offers.add(new Offer(venue, party.reckoned(venue), true));
        }
        for (VenueChoices.Choice near : choices.near(party.placeId(), party.people(), party.hours(), name)) {
            if (seen.add(near.venue().id())) {
                offers.add(new Offer(near.venue(), near.quote(), false));
            }
        }
        return offers;
    }

    private List<Long> suggested(long tweetup) {
        return jdbc.sql("""
                        select s.venue_id from appeal a join appeal_suggestion s on s.appeal_id = a.id
                        where a.tweetup_id = ? and s.stands_at is not null and s.withdrawn_at is null and s.state <> 'NO'
                        order by s.id limit 20""").param(tweetup).query(Long.class).list();
    }

    /**
     * Venues as options.
     *
     * @param ids as a form sends them
     * @throws BadRequestException for what no form of ours offers
     */
    List<Draft> drafts(long tweetup, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        BadRequestException.unless(ids.size() <= OptionReader.MOST, "too many venues");
        BadRequestException.unless(ids.stream().allMatch(id -> ID.matcher(id).matches()), "no venue");
        Set<Long> chosen = new LinkedHashSet<>(ids.stream().map(Long::valueOf).toList());
        List<VenueCard> found = venues.find(chosen);
        BadRequestException.unless(found.size() == chosen.size(), "no such venue");
        KnownVenues.Party party = known.party(tweetup);
        return found.stream().map(venue -> draft(venue, party)).toList();
    }

    private Draft draft(VenueCard venue, KnownVenues.Party party) {
        KnownVenues.Facts facts = known.facts(venue, party);
        return new Draft(null, null, venue.name(), facts.cost(), facts.capacity(), facts.access(), venue.id());
    }
}
