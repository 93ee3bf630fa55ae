package org.shelfmates.librarian.follow;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Whom one has blocked one cannot follow: 409. */
@ResponseStatus(HttpStatus.CONFLICT)
class BlockedException extends RuntimeException {

    BlockedException() {
        super("they are blocked", null, false, false);
    }
}
