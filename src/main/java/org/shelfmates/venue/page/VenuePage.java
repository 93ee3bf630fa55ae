package org.shelfmates.venue.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;
import org.shelfmates.venue.VenueCard;

/**
 * A venue with all that is known of it.
 *
 * @param zone of its place
 * @param texts what is known in words, empty where nobody knows
 * @param features what it has or has not, null where nobody knows
 * @param addedBy null where they may not be seen, or are gone; likewise the others
 * @param hosted whether somebody agreed to be asked for it
 * @param yes of those who were there at a tweetup and said so, who would meet here again
 * @param said how many have said
 */
public record VenuePage(
        VenueCard card,
        int version,
        ZoneId zone,
        List<Text> texts,
        List<Feature> features,
        @Nullable String noise,
        @Nullable Person addedBy,
        Instant addedAt,
        @Nullable Person confirmedBy,
        @Nullable Long hostId,
        @Nullable Person host,
        int yes,
        int said) {

    private static final Duration FRESH = Duration.ofDays(365);

    /** @param term the message that names it */
    public record Text(String term, String words) {}

    /** @param term the message that names it */
    public record Feature(String term, @Nullable Boolean has) {}

    /**
     * A tweetup that met here, or will.
     *
     * @param came how many, with those whom they brought
     */
    public record Held(String path, String title, Instant startsAt, ZoneId zone, int came, boolean over) {}

    /** The messages that name what nobody has said of it yet; what it costs is not among them, that is said on its own. */
    public List<String> unknown() {
        return Stream.of(
                        Stream.of("venue.capacity").filter(term -> card.capacity() == null),
                        texts.stream().filter(text -> text.words().isEmpty()).map(Text::term),
                        Stream.of("venue.noise").filter(term -> noise == null && !card.online()),
                        features.stream()
                                .filter(feature -> feature.has() == null)
                                .map(Feature::term),
                        Stream.of("venue.website").filter(term -> card.website().isEmpty()))
                .flatMap(Function.identity())
                .toList();
    }

    public boolean hosted() {
        return hostId != null;
    }

    public boolean hostedBy(long librarian) {
        return Objects.equals(hostId, librarian);
    }

    /** Whether it was confirmed so long ago that it may be out of date. */
    public boolean stale(Instant now) {
        Instant confirmed = card.confirmedAt();
        return confirmed != null && confirmed.plus(FRESH).isBefore(now);
    }
}
