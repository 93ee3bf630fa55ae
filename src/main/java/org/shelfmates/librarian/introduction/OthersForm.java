package org.shelfmates.librarian.introduction;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.shelfmates.web.Line;

/**
 * @param handle to whom somebody is introduced; the sign before it may be left out
 * @param words why, which both read
 */
record OthersForm(
        @NotBlank @Size(max = 60) @Line String handle,
        @NotBlank @Size(max = 300) @Line String words) {

    OthersForm {
        handle = handle == null ? "" : handle.strip().replaceFirst("^@", "");
        words = words == null ? "" : words.strip();
    }
}
