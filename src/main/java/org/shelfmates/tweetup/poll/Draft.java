package org.shelfmates.tweetup.poll;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An option that is to be added: a date, or a venue with what is known of it. */
record Draft(
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable String venue,
        String cost,
        @Nullable Integer capacity,
        String access,
        @Nullable Long venueId) {

    /** What no two options of a poll have alike, as far as somebody writes them. */
    Object same() {
        return sameAs(start, end, venue);
    }

    static Object sameAs(@Nullable Instant start, @Nullable Instant end, @Nullable String venue) {
        return venue == null ? start + "/" + end : venue.toLowerCase(Locale.ROOT);
    }
}
