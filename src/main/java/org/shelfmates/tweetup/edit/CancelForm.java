package org.shelfmates.tweetup.edit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.shelfmates.web.Prose;

/** @param because for everybody who reads the page */
record CancelForm(
        @NotBlank(message = "{cancel.because.missing}") @Size(max = 500, message = "{edit.limit}") @Prose
        String because) {

    CancelForm {
        because = because == null ? "" : because.strip();
    }
}
