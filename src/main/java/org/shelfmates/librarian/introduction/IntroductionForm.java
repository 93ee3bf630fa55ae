package org.shelfmates.librarian.introduction;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.shelfmates.web.Line;

/** @param words why, which who is asked reads */
record IntroductionForm(@NotBlank @Size(max = 300) @Line String words) {

    IntroductionForm {
        words = words == null ? "" : words.strip();
    }
}
