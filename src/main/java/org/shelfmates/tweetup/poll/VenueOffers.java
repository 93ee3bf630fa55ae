package org.shelfmates.tweetup.poll;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    private static final int LONGEST = 300;
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
     * What is ticked already, what was suggested on the tweetup's appeals, and then what is cheapest near its place.
     *
     * @param name what the last are to be called, may be empty
     * @param ticked ids, in a form that is shown again
     */
    List<Offer> of(long tweetup, String name, Collection<Long> ticked) {
        KnownVenues.Party party = known.party(tweetup);
        List<Long> suggested = suggested(tweetup);
        Set<Long> first = new LinkedHashSet<>(ticked);
        first.addAll(suggested);
        Map<Long, Offer> offers = new LinkedHashMap<>();
        venues.find(first).stream()
                .sorted(Comparator.comparing(venue -> !ticked.contains(venue.id())))
                .map(venue -> new Offer(venue, party.reckoned(venue), suggested.contains(venue.id())))
                .forEach(offer -> offers.put(offer.venue().id(), offer));
        for (VenueChoices.Choice near : choices.near(party.placeId(), party.people(), party.hours(), name)) {
            offers.putIfAbsent(near.venue().id(), new Offer(near.venue(), near.quote(), false));
        }
        return List.copyOf(offers.values());
    }

    private List<Long> suggested(long tweetup) {
        return jdbc.sql("""
                        select coalesce(v.merged_into, v.id) from appeal a join appeal_suggestion s on s.appeal_id = a.id
                        join venue v on v.id = s.venue_id
                        where a.tweetup_id = ? and s.stands_at is not null and s.withdrawn_at is null and s.state <> 'NO'
                        order by s.id limit 20""").param(tweetup).query(Long.class).list();
    }

    /**
     * Venues as options. Where one is called as another of them, or of the poll that is open, it says where it is.
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
        List<Named> all = Stream.concat(
                        asked(tweetup).stream(), found.stream().map(venue -> new Named(venue.id(), venue.name())))
                .toList();
        return found.stream().map(venue -> draft(venue, all, party)).toList();
    }

    private record Named(long id, String name) {}

    private List<Named> asked(long tweetup) {
        return jdbc.sql("""
                        select coalesce(v.merged_into, v.id) as id, o.venue as name
                        from poll p join poll_option o on o.poll_id = p.id join venue v on v.id = o.venue_id
                        where p.tweetup_id = ? and p.kind = 'VENUE' and p.closed_at is null""").param(tweetup).query(Named.class).list();
    }

    private Draft draft(VenueCard venue, List<Named> all, KnownVenues.Party party) {
        KnownVenues.Facts facts = known.facts(venue, party);
        boolean alone = all.stream()
                .noneMatch(other -> other.id() != venue.id() && other.name().equalsIgnoreCase(venue.name()));
        String words = alone ? venue.name() : withAddress(venue);
        return new Draft(null, null, words, facts.cost(), facts.capacity(), facts.access(), venue.id());
    }

    private static String withAddress(VenueCard venue) {
        String address = venue.address();
        String where = address.isEmpty()
                ? venue.placeName()
                : address.contains(venue.placeName()) ? address : address + ", " + venue.placeName();
        String words = venue.name() + ", " + where;
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST));
    }
}
