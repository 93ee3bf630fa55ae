package org.shelfmates.librarian.follow;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Nobody follows themselves: 400, as no page of ours offers it. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
class SelfFollowException extends RuntimeException {

    SelfFollowException() {
        super("oneself", null, false, false);
    }
}
