package org.shelfmates.web;

/** What was asked for has another address for good: 301. */
public class MovedException extends RuntimeException {

    private final String path;

    /** @param path on this site */
    public MovedException(String path) {
        super(null, null, false, false);
        this.path = path;
    }

    String path() {
        return path;
    }
}
