package org.shelfmates.tweetup.series;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.shelfmates.web.Line;

/**
 * A series goes on.
 *
 * @param version of the series that the form was filled from
 * @param until the last day that may be one of its dates
 */
record UntilForm(
        String version,

        @NotBlank(message = "{series.day.wrong}") @Size(max = 40, message = "{series.day.wrong}") @Line
        String until) {

    UntilForm {
        version = version == null ? "" : version.strip();
        until = until == null ? "" : until.strip();
    }
}
