package org.shelfmates.tweetup;

import java.time.Instant;

/**
 * Another time or venue of a tweetup that people had been invited to.
 *
 * @param reason in the planner's words
 */
record Change(
        Instant at,
        Instant oldStart,
        Instant oldEnd,
        String oldVenue,
        Instant newStart,
        Instant newEnd,
        String newVenue,
        String reason) {

    /** Whether it is at another time since. */
    public boolean otherTime() {
        return !oldStart.equals(newStart) || !oldEnd.equals(newEnd);
    }

    /** Whether it is somewhere else since: perhaps in another space of the same name. */
    public boolean otherVenue() {
        return !oldVenue.equals(newVenue) || !otherTime();
    }
}
