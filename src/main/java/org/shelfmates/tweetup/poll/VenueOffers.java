package org.shelfmates.tweetup.poll;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shelfmates.venue.Quote;
import org.shelfmates.venue.VenueCard;
import org.shelfmates.venue.Venues;
import org.shelfmates.venue.appeal.VenueChoices;
import org.shelfmates.web.BadRequestException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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
    private final MessageSource messages;
    private final JdbcClient jdbc;

    VenueOffers(VenueChoices choices, Venues venues, MessageSource messages, JdbcClient jdbc) {
        this.choices = choices;
        this.venues = venues;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    /**
     * Who meets, as far as it is known.
     *
     * @param people the places of the tweetup, or else how many are going; null for nobody yet
     */
    private record Party(long placeId, @Nullable Integer people, int hours) {

        @Nullable
        Quote quote(VenueCard venue) {
            return people == null && !venue.cost().free() ? null : venue.cost().of(people == null ? 1 : people, hours);
        }
    }

    private Party party(long tweetup) {
        return jdbc.sql("""
                        select t.place_id, coalesce(t.capacity, (select nullif(sum(1 + r.companions), 0) from rsvp r
                                where r.tweetup_id = t.id and r.standing = 'CONFIRMED'))::integer as people,
                            greatest(1, coalesce(round(extract(epoch from t.ends_at - t.starts_at) / 3600), 2))::integer as hours
                        from tweetup t where t.id = ?""").param(tweetup).query(Party.class).single();
    }

    /** @param suggested whether somebody suggested it on an appeal of the tweetup */
    record Offer(VenueCard venue, @Nullable Quote quote, boolean suggested) {}

    /**
     * What was suggested on the tweetup's appeals, and then what is cheapest near its place.
     *
     * @param name what the latter are to be called, may be empty
     */
    List<Offer> of(long tweetup, String name) {
        Party party = party(tweetup);
        List<Offer> offers = new ArrayList<>();
        Set<Long> seen = new LinkedHashSet<>();
        for (VenueCard venue : venues.find(suggested(tweetup))) {
            seen.add(venue.id());
            offers.add(new Offer(venue, party.quote(venue), true));
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
        Party party = party(tweetup);
        return found.stream().map(venue -> draft(venue, party)).toList();
    }

    private Draft draft(VenueCard venue, Party party) {
        Locale language = LocaleContextHolder.getLocale();
        Quote quote = party.quote(venue);
        boolean known = venue.cost().known() && quote != null;
        Boolean steps = venue.stepFree();
        return new Draft(
                null,
                null,
                venue.name(),
                known ? messages.getMessage(quote, language) : "",
                venue.capacity() == null ? null : Math.min(venue.capacity(), 10_000),
                steps == null ? "" : messages.getMessage(steps ? "tweetup.step-free" : "space.steps", null, language),
                venue.id());
    }
}
