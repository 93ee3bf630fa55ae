package org.shelfmates.tweetup.series;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.shelfmates.web.Line;

/**
 * How a tweetup is to repeat.
 *
 * @param rule one of those that its date can begin, in the words of RFC 5545
 * @param until the last day that may be one of its dates
 */
record SeriesForm(
        @NotBlank(message = "{series.rule.missing}") @Line String rule,

        @NotBlank(message = "{series.day.wrong}") @Size(max = 40, message = "{series.day.wrong}") @Line
        String until) {

    SeriesForm {
        rule = rule == null ? "" : rule.strip();
        until = until == null ? "" : until.strip();
    }
}
