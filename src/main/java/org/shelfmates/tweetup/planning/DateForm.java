package org.shelfmates.tweetup.planning;

import jakarta.validation.constraints.Size;
import org.shelfmates.web.Line;

/**
 * A date that a planner settles by hand.
 *
 * @param start as the clocks of the place show it
 * @param end likewise
 * @param venue in words, may be empty
 * @param known the id of a venue of the directory, whose name counts then; empty for the words
 */
record DateForm(
        @Size(max = 40) @Line String start,
        @Size(max = 40) @Line String end,
        @Size(max = 300) @Line String venue,
        String known) {

    DateForm {
        start = start == null ? "" : start.strip();
        end = end == null ? "" : end.strip();
        venue = venue == null ? "" : venue.strip();
        known = known == null ? "" : known;
    }
}
