package org.shelfmates.tweetup;

import java.time.Instant;

/** What the clock brings about in one capability. */
public interface Due {

    /**
     * Does what is due by now and has not been done. Called every few seconds, on one instance at a time; but what it does
     * must be exact even when two run at once, and after a time when none ran.
     */
    void catchUp(Instant now);
}
