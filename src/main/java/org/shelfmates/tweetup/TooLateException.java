package org.shelfmates.tweetup;

import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was to be done by a certain time cannot be done any more: 409. */
@ResponseStatus(HttpStatus.CONFLICT)
public class TooLateException extends RuntimeException {

    public TooLateException() {
        super(null, null, false, false);
    }

    public static void unlessAhead(Instant time, Instant now) {
        if (!time.isAfter(now)) {
            throw new TooLateException();
        }
    }
}
