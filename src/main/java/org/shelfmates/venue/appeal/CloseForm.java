package org.shelfmates.venue.appeal;

import jakarta.validation.constraints.Size;
import org.shelfmates.web.Line;

/** @param because a word why an appeal closes without success, may be empty */
record CloseForm(@Size(max = 500) @Line String because) {

    CloseForm {
        because = because == null ? "" : because.strip();
    }
}
