package org.shelfmates.venue.appeal;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The plan cannot go where a suggestion was taken for it, so the suggestion is not taken either. 409. */
@ResponseStatus(HttpStatus.CONFLICT)
public class NotTakenException extends RuntimeException {

    /** What stands in the way. */
    public enum Why {
        /** The tweetup is over or cancelled. */
        OVER,
        /** The poll for a venue has as many options as it takes. */
        POLL_FULL,
        /** The poll was opened or closed at the same moment. */
        POLL_CHANGED
    }

    private final Why why;

    public NotTakenException(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    Why why() {
        return why;
    }
}
