package org.shelfmates.tweetup.planning;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.shelfmates.web.Line;

/** @param words what was decided, in a line */
record DecisionForm(@NotBlank @Size(max = 500) @Line String words) {

    DecisionForm {
        words = words == null ? "" : words.strip();
    }
}
