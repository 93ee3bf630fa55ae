package org.shelfmates.tweetup;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was asked of a tweetup cannot be done any more, or not yet: 409. */
@ResponseStatus(HttpStatus.CONFLICT)
public class WrongStateException extends RuntimeException {

    private final State state;

    public WrongStateException(State state) {
        super("it is " + state, null, false, false);
        this.state = state;
    }

    /** What the tweetup is instead. */
    public State state() {
        return state;
    }
}
