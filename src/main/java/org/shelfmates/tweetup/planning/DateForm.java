package org.shelfmates.tweetup.planning;

import jakarta.validation.constraints.Size;
import org.shelfmates.web.Line;

/**
 * A date that a planner settles by hand.
 *
 * @param start as the clocks of the place show it
 * @param end likewise
 * @param venue in words, may be empty
 */
record DateForm(
        @Size(max = 40) @Line String start,
        @Size(max = 40) @Line String end,
        @Size(max = 300) @Line String venue) {

    DateForm {
        start = start == null ? "" : start.strip();
        end = end == null ? "" : end.strip();
        venue = venue == null ? "" : venue.strip();
    }
}
