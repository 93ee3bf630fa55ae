package org.shelfmates.group.board;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.shelfmates.web.Prose;

/** Why an organiser closes or hides a post, for everybody who reads it. */
record BecauseForm(
        @NotBlank(message = "{board.because.blank}") @Size(max = 500, message = "{board.because.long}") @Prose
        String because) {

    BecauseForm {
        because = because == null ? "" : because.strip();
    }
}
