package org.shelfmates.tweetup.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.shelfmates.tweetup.Clocks;
import org.shelfmates.tweetup.LocalTimes;

/**
 * A date of a series, with its times.
 *
 * @param date that the rule gives
 * @param end as long after the start as ever, so an hour off by the clock in a night that the clocks change
 * @param clocks what they do at its start
 */
record Occurrence(LocalDate date, Instant start, Instant end, Clocks clocks) {

    static Occurrence of(LocalDate date, LocalTime time, Duration lasts, ZoneId zone) {
        LocalDateTime local = date.atTime(time);
        Instant start = LocalTimes.at(local, zone);
        // of the rule's own time, which it knows
        Clocks clocks = switch (zone.getRules().getValidOffsets(local).size()) {
            case 0 -> Clocks.FORWARD;
            case 1 -> Clocks.NOTHING;
            default -> Clocks.BACK;
        };
        return new Occurrence(date, start, start.plus(lasts), clocks);
    }
}
