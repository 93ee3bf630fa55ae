package org.shelfmates.tweetup.poll;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The poll takes neither answers nor options any more: 409. */
@ResponseStatus(HttpStatus.CONFLICT)
class PollClosedException extends RuntimeException {

    PollClosedException() {
        super(null, null, false, false);
    }
}
