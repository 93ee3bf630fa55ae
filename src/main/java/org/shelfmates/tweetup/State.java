package org.shelfmates.tweetup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a tweetup has come. */
public enum State {
    IDEA,
    POLLING,
    SCHEDULED,
    /** Never stored: what SCHEDULED becomes when its end is past. */
    HAPPENED,
    CANCELLED;

    /** The state at a moment, from the one that is stored. */
    static State at(State stored, @Nullable Instant endsAt, Instant now) {
        return stored == SCHEDULED && endsAt != null && !endsAt.isAfter(now) ? HAPPENED : stored;
    }
}
