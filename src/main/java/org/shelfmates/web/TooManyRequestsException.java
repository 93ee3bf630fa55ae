package org.shelfmates.web;

import java.time.Duration;

/** Too often for now: 429 with the time to wait. */
public class TooManyRequestsException extends RuntimeException {

    private final Duration wait;

    TooManyRequestsException(Duration wait) {
        super(null, null, false, false);
        this.wait = wait;
    }

    public long seconds() {
        return Math.max(1, wait.toSeconds());
    }
}
