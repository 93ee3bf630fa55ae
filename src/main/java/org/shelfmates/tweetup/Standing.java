package org.shelfmates.tweetup;

/** What somebody who is going has: a place, or a place in the waiting list. */
public enum Standing {
    CONFIRMED,
    WAITING
}
