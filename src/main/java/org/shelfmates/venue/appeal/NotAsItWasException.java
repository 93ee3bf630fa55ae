package org.shelfmates.venue.appeal;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An appeal or a suggestion is not as the page showed it: closed, full, over, or marked by somebody else. 409. */
@ResponseStatus(HttpStatus.CONFLICT)
public class NotAsItWasException extends RuntimeException {

    NotAsItWasException() {
        super("not as it was", null, false, false);
    }
}
