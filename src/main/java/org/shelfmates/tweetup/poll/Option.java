package org.shelfmates.tweetup.poll;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.Clocks;

/**
 * An option of a poll, and how many said what to it: a date, which has a start and an end, or a venue in words.
 *
 * @param clocks what those of the place do at its start
 * @param cost in words, may be empty, and so may the access
 * @param capacity how many people fit in, null where nobody knows
 * @param chosen whether it became the date or the venue
 * @param mine what the viewer said to it, or null
 */
record Option(
        long id,
        @Nullable Instant start,
        @Nullable Instant end,
        Clocks clocks,
        @Nullable String venue,
        String cost,
        @Nullable Integer capacity,
        String access,
        boolean chosen,
        int yes,
        int ifNeedBe,
        int no,
        @Nullable Voice mine) {

    /** How many could come, gladly or not. */
    int possible() {
        return yes + ifNeedBe;
    }

    /** The same as if the viewer had said this to it. */
    Option saying(@Nullable Voice voice) {
        return new Option(id, start, end, clocks, venue, cost, capacity, access, chosen, yes, ifNeedBe, no, voice);
    }
}
