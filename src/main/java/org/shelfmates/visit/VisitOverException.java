package org.shelfmates.visit;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The visit that something was to be done with is over: 409. */
@ResponseStatus(HttpStatus.CONFLICT)
class VisitOverException extends RuntimeException {

    VisitOverException() {
        super("over", null, false, false);
    }
}
