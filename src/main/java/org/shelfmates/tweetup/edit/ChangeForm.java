package org.shelfmates.tweetup.edit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.shelfmates.web.Line;
import org.shelfmates.web.Prose;

/**
 * Another time or venue.
 *
 * @param version of the tweetup that the form was filled from
 * @param start as the clocks of the place show it
 * @param end likewise
 * @param reason for everybody who answered
 * @param known the id of a venue of the directory, whose name counts then; empty for the words
 */
record ChangeForm(
        String version,

        @NotBlank(message = "{tweetup.time}") @Size(max = 40) @Line
        String start,

        @NotBlank(message = "{tweetup.time}") @Size(max = 40) @Line
        String end,

        @Size(max = 300) @Line String venue,

        @NotBlank(message = "{change.reason.missing}") @Size(max = 500, message = "{edit.limit}") @Prose
        String reason,

        String known) {

    ChangeForm {
        version = version == null ? "" : version;
        start = start == null ? "" : start.strip();
        end = end == null ? "" : end.strip();
        venue = venue == null ? "" : venue.strip();
        reason = reason == null ? "" : reason.strip();
        known = known == null ? "" : known;
    }
}
