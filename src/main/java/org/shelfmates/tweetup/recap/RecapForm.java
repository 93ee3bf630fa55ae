package org.shelfmates.tweetup.recap;

import jakarta.validation.constraints.Size;
import org.shelfmates.web.Prose;

/**
 * What a planner writes about a tweetup afterwards.
 *
 * @param version of the recap that the form was filled from; 0 where there was none
 * @param body Markdown; empty takes the recap off the page
 */
record RecapForm(
        String version,

        @Size(max = 10_000, message = "{recap.body.limit}") @Prose
        String body) {

    RecapForm {
        version = version == null ? "" : version;
        body = body == null ? "" : body.strip();
    }
}
