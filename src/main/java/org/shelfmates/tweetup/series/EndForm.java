package org.shelfmates.tweetup.series;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.shelfmates.web.Line;
import org.shelfmates.web.Prose;

/**
 * A series ends early.
 *
 * @param version of the series that the form was filled from
 * @param until the last day that stays one of its dates
 * @param because for everybody who reads the pages of those after it
 */
record EndForm(
        String version,

        @NotBlank(message = "{series.day.wrong}") @Size(max = 40, message = "{series.day.wrong}") @Line
        String until,

        @NotBlank(message = "{cancel.because.missing}") @Size(max = 500, message = "{edit.limit}") @Prose
        String because) {

    EndForm {
        version = version == null ? "" : version.strip();
        until = until == null ? "" : until.strip();
        because = because == null ? "" : because.strip();
    }
}
