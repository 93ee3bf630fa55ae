package org.shelfmates.tweetup.planning;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.venue.Cost;
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

/** The directory's venues, wherever planners say in a form where they meet: what each would cost them, and the one they chose. */
@Service
@Transactional(readOnly = true)
public class KnownVenues {

    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    private final Venues venues;
    private final VenueChoices choices;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    KnownVenues(Venues venues, VenueChoices choices, MessageSource messages, JdbcClient jdbc) {
        this.venues = venues;
        this.choices = choices;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    /**
     * Who meets, as far as it is known.
     *
     * @param people how many; null for nobody knows
     */
    public record Party(long placeId, @Nullable Integer people, int hours) {

        /** What a venue costs them; null where that depends on how many they are, and nobody knows. */
        public @Nullable Quote quote(VenueCard venue) {
            return people == null && !venue.cost().free() ? null : reckoned(venue);
        }

        /** The same for a form, whose words tell the number that it is reckoned for where nobody knows theirs. */
        public Quote reckoned(VenueCard venue) {
            return venue.cost().of(people == null ? Cost.PEOPLE : people, hours);
        }
    }

    /** The places of a tweetup, or else how many are going, and for how long. */
    public Party party(long tweetup) {
        return jdbc.sql("""
                        select t.place_id, coalesce(t.capacity, (select nullif(sum(1 + r.companions), 0) from rsvp r
                                where r.tweetup_id = t.id and r.standing = 'CONFIRMED'))::integer as people,
                            greatest(1, least(24, coalesce(round(extract(epoch from t.ends_at - t.starts_at) / 3600), 2)))::integer
                                as hours
                        from tweetup t where t.id = ?""").param(tweetup).query(Party.class).single();
    }

    /**
     * Some near the party's place, cheapest first.
     *
     * @param chosen which is the first of them where it is none of those, or null
     */
    public List<VenueChoices.Choice> offers(Party party, @Nullable VenueCard chosen) {
        List<VenueChoices.Choice> near = choices.near(party.placeId(), party.people(), party.hours(), "");
        if (chosen == null || near.stream().anyMatch(one -> one.venue().id() == chosen.id())) {
            return near;
        }
        var first = new VenueChoices.Choice(chosen, party.reckoned(chosen));
        return Stream.concat(Stream.of(first), near.stream()).toList();
    }

    /** A venue by what an address or a form says, empty for what is none; one that was merged is the one that it turned out to be. */
    public Optional<VenueCard> find(@Nullable String id) {
        return id != null && ID.matcher(id).matches() ? venues.find(Long.parseLong(id)) : Optional.empty();
    }

    /**
     * The venue that a form sent.
     *
     * @return null for empty, which is none
     * @throws BadRequestException for what no form of ours offers
     */
    public @Nullable VenueCard chosen(String id) {
        return id.isEmpty() ? null : find(id).orElseThrow(() -> new BadRequestException("no such venue"));
    }

    /**
     * What an invitation tells of its venue, in the words of who plans it.
     *
     * @param cost empty where it is unknown, likewise the access
     */
    public record Facts(
            String cost, String access, @Nullable Integer capacity) {}

    public Facts facts(VenueCard venue, Party party) {
        var language = LocaleContextHolder.getLocale();
        Quote quote = party.quote(venue);
        boolean known = venue.cost().known() && quote != null;
        Boolean steps = venue.stepFree();
        return new Facts(
                known ? messages.getMessage(quote, language) : "",
                steps == null ? "" : messages.getMessage(steps ? "tweetup.step-free" : "space.steps", null, language),
                venue.capacity() == null ? null : Math.min(venue.capacity(), MOST));
    }

    /** How many people a tweetup has room for at most. */
    private static final int MOST = 10_000;
}
