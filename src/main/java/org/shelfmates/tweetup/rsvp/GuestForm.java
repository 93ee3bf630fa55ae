package org.shelfmates.tweetup.rsvp;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.Line;

/** Who somebody is who answers without an account. */
public record GuestForm(
        @NotBlank(message = "{guest.name}") @Size(max = 80) @Line @Nullable
        String name,

        @NotBlank(message = "{guest.email}")
        @Size(max = 254)
        @Line
        @Pattern(regexp = "\\s*|[^\\s@<>\",;]{1,64}@[^\\s@<>\",;]+\\.[^\\s@<>\",;.]+", message = "{guest.email}")
        @Nullable
        String email) {

    public GuestForm {
        name = name == null ? null : visible(name);
        email = email == null ? null : email.strip();
    }

    /**
     * Without what changes the direction of the words around a name or cannot be seen, so that no name looks like another's;
     * joiners stay, which some scripts need, but make no name.
     */
    private static String visible(String name) {
        String seen = name.replaceAll(
                        "[\\u00AD\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u200B\\u200E\\u200F"
                                + "\\u202A-\\u202E\\u2060-\\u206F\\u2800\\u3164\\uFEFF\\uFFA0]",
                        "")
                .strip();
        return seen.matches("[\\u200C\\u200D\\s]*") ? "" : seen;
    }
}
