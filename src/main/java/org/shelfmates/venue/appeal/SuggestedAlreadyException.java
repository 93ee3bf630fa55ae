package org.shelfmates.venue.appeal;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The venue stands on the appeal already: 409 where there is no form to say so. */
@ResponseStatus(HttpStatus.CONFLICT)
public class SuggestedAlreadyException extends RuntimeException {

    SuggestedAlreadyException() {
        super("suggested already", null, false, false);
    }
}
