package org.shelfmates.conversation;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The comment that something was to be done with is deleted: 409. */
@ResponseStatus(HttpStatus.CONFLICT)
public class CommentDeletedException extends RuntimeException {

    public CommentDeletedException() {
        super("deleted", null, false, false);
    }
}
