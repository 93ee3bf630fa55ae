package org.shelfmates.account;

/** Somebody already has the handle. */
public class HandleTakenException extends RuntimeException {

    HandleTakenException(Throwable cause) {
        super(cause);
    }
}
