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
        name = name == null ? null : name.strip();
        email = email == null ? null : email.strip();
    }

    /** Whether the form that was sent is not a guest's at all. */
    public boolean absent() {
        return name == null && email == null;
    }
}
