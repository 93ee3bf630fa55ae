package org.shelfmates.tweetup.planning;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.shelfmates.web.Line;

/** @param reason why the date does not hold, in a line that everybody reads */
record AgainForm(@NotBlank @Size(max = 500) @Line String reason) {

    AgainForm {
        reason = reason == null ? "" : reason.strip();
    }
}
