package org.shelfmates.librarian.handle;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.shelfmates.account.Handles;

/** The handle that somebody would like to have. */
record HandleForm(
        @NotNull @Pattern(regexp = Handles.PATTERN, message = "{sign-up.handle.pattern}")
        String handle) {

    HandleForm {
        handle = handle == null ? "" : handle.strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT);
    }
}
