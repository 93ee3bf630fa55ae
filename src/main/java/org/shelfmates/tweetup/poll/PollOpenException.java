package org.shelfmates.tweetup.poll;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is an open poll of this kind already, and people answer one at a time: 409. */
@ResponseStatus(HttpStatus.CONFLICT)
class PollOpenException extends RuntimeException {

    PollOpenException() {
        super(null, null, false, false);
    }
}
