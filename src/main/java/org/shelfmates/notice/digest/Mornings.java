package org.shelfmates.notice.digest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.shelfmates.notice.Channel;

/** When digests are due: at 8:00 by the clocks of their reader's place, whatever the season; the weekly ones on Mondays. */
final class Mornings {

    private static final LocalTime EIGHT = LocalTime.of(8, 0);

    private Mornings() {}

    /** @return the latest moment until now at which a digest was due there */
    static Instant last(Channel channel, ZoneId zone, Instant now) {
        boolean weekly = channel == Channel.WEEKLY;
        LocalDate day = now.atZone(zone).toLocalDate();
        if (weekly) {
            day = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
        Instant due = eight(day, zone);
        return due.isAfter(now) ? eight(day.minusDays(weekly ? 7 : 1), zone) : due;
    }

    private static Instant eight(LocalDate day, ZoneId zone) {
        return day.atTime(EIGHT).atZone(zone).toInstant();
    }
}
