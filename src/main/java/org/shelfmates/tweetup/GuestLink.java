package org.shelfmates.tweetup;

import org.shelfmates.web.GoneException;

/** The links that guests get by mail, and the private pages that they lead to. */
public final class GuestLink {

    private static final String GONE = "tweetup/guest-gone";

    private GuestLink() {}

    /** One that was good once: used up, too old, or what it was for belongs to an account now. */
    public static GoneException gone() {
        return new GoneException(GONE);
    }
}
