package org.shelfmates.tweetup.rsvp;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The tweetup takes no answers: it has no date yet, is over, or is cancelled. */
@ResponseStatus(HttpStatus.CONFLICT)
class AnswersClosedException extends RuntimeException {

    AnswersClosedException() {
        super(null, null, false, false);
    }
}
