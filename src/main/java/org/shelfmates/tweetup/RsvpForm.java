package org.shelfmates.tweetup;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.shelfmates.web.Line;

/**
 * @param answer {@code going}, {@code maybe} or {@code not-going}
 * @param note for the other people who come, may be empty
 */
record RsvpForm(
        @NotNull(message = "{rsvp.answer}") @Pattern(regexp = "going|maybe|not-going", message = "{rsvp.answer}")
        String answer,

        @Size(max = 200) @Line String note) {

    RsvpForm {
        note = note == null ? "" : note.strip();
    }

    Answer chosen() {
        return Answer.of(answer).orElseThrow();
    }
}
