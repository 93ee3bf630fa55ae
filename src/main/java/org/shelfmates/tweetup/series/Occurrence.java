package org.shelfmates.tweetup.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.shelfmates.tweetup.LocalTimes;

/**
 * A date of a series, with its times.
 *
 * @param date that the rule gives
 * @param end as long after the start as ever, so an hour off by the clock in a night that the clocks change
 */
record Occurrence(LocalDate date, Instant start, Instant end, Clocks clocks) {

    /** What the clocks do at its start. */
    enum Clocks {
        NOTHING,
        /** They skip the hour: it starts as much later as they skip. */
        FORWARD,
        /** They show the hour twice: it starts in the first. */
        BACK
    }

    static Occurrence of(LocalDate date, LocalTime time, Duration lasts, ZoneId zone) {
        LocalDateTime local = date.atTime(time);
        Instant start = LocalTimes.at(local, zone);
        Clocks clocks = switch (zone.getRules().getValidOffsets(local).size()) {
            case 0 -> Clocks.FORWARD;
            case 1 -> Clocks.NOTHING;
            default -> Clocks.BACK;
        };
        return new Occurrence(date, start, start.plus(lasts), clocks);
    }
}
