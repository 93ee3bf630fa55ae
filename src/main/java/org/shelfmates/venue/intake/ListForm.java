package org.shelfmates.venue.intake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.Line;
import org.springframework.web.multipart.MultipartFile;

/**
 * A list as an administrator sends it.
 *
 * @param source what the list is called, the same each time it comes again
 */
record ListForm(
        @NotBlank(message = "{intake.source.blank}") @Size(max = 80, message = "{intake.source.long}") @Line
        String source,

        @Nullable MultipartFile list) {

    ListForm {
        source = source == null ? "" : source.strip();
    }
}
