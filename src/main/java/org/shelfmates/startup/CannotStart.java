package org.shelfmates.startup;

/** Something outside the application keeps it from starting; the message is the whole story, for whoever runs it. */
class CannotStart extends RuntimeException {

    CannotStart(String message) {
        super(message);
    }
}
