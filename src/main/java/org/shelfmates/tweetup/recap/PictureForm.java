package org.shelfmates.tweetup.recap;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.Line;
import org.springframework.web.multipart.MultipartFile;

/**
 * A picture that somebody adds.
 *
 * @param alt what is on it, for who does not see it
 * @param caption what everybody reads below it, may be empty
 */
record PictureForm(
        @Nullable MultipartFile picture,

        @NotBlank(message = "{recap.alt.missing}") @Size(max = 300, message = "{recap.words.limit}") @Line
        String alt,

        @Size(max = 300, message = "{recap.words.limit}") @Line
        String caption) {

    PictureForm {
        alt = alt == null ? "" : alt.strip();
        caption = caption == null ? "" : caption.strip();
    }

    boolean chosen() {
        return picture != null && !picture.isEmpty();
    }
}
