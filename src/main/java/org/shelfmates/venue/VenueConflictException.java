package org.shelfmates.venue;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Somebody was faster: a venue is not any more what was asked for. 409. */
@ResponseStatus(HttpStatus.CONFLICT)
public class VenueConflictException extends RuntimeException {

    public VenueConflictException(String why) {
        super(why, null, false, false);
    }
}
