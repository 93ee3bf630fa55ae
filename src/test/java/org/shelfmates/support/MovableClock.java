package org.shelfmates.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the application under test: the real one, but for pieces of work that are done at another time. */
public class MovableClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    /** Does {@code work} as if {@code later} had passed. */
    public void after(Duration later, Statements.Work work) throws Exception {
        ahead = later;
        try {
            work.run();
        } finally {
            ahead = Duration.ZERO;
        }
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
