package org.shelfmates.tweetup.planning;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.shelfmates.web.Line;

/** @param handle of the librarian who is asked to plan; the sign before it may be left out */
record InvitationForm(@NotBlank @Size(max = 60) @Line String handle) {

    InvitationForm {
        handle = handle == null ? "" : handle.strip().replaceFirst("^@", "");
    }
}
