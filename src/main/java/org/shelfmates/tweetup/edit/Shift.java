package org.shelfmates.tweetup.edit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.shelfmates.tweetup.LaterMoved;
import org.shelfmates.tweetup.LocalTimes;
import org.shelfmates.tweetup.Tweetup;

/**
 * What became of the time of a tweetup in a series, for those after it: as many days by the calendar, and the same time by
 * the clock. So what was at 18:00 is at 18:00 before and after the clocks change.
 *
 * @param zone of the tweetup that was moved
 */
record Shift(Tweetup.Slot old, Tweetup.Slot slot, ZoneId zone) {

    /** Where another of the series is to go. One that was alone at another time keeps it, unless the time is what changed. */
    Tweetup.Slot of(Tweetup.Slot theirs, ZoneId there) {
        LocalDateTime local = local(theirs.start(), there);
        boolean follows =
                LocalTimes.at(local.toLocalDate().atTime(before()), there).equals(theirs.start());
        LocalTime time = follows || retimed() ? time() : local.toLocalTime();
        Instant start = days() == 0 && !retimed()
                ? theirs.start()
                : LocalTimes.at(local.toLocalDate().plusDays(days()).atTime(time), there);
        Duration lasts = resized() ? lasts(slot) : lasts(theirs);
        return new Tweetup.Slot(start, start.plus(lasts));
    }

    /** Whether it would take one that is ahead into the past. */
    boolean leadsBack(Tweetup tweetup, Instant now) {
        Tweetup.Slot theirs = tweetup.slot();
        return theirs != null
                && theirs.start().isAfter(now)
                && !of(theirs, tweetup.zone()).start().isAfter(now);
    }

    LaterMoved told(long tweetup) {
        return new LaterMoved(tweetup, days(), retimed() ? time() : null, resized() ? lasts(slot) : null);
    }

    private long days() {
        return ChronoUnit.DAYS.between(
                local(old.start(), zone).toLocalDate(),
                local(slot.start(), zone).toLocalDate());
    }

    private boolean retimed() {
        return !time().equals(before());
    }

    private boolean resized() {
        return !lasts(slot).equals(lasts(old));
    }

    private LocalTime before() {
        return local(old.start(), zone).toLocalTime();
    }

    private LocalTime time() {
        return local(slot.start(), zone).toLocalTime();
    }

    private static Duration lasts(Tweetup.Slot slot) {
        return Duration.between(slot.start(), slot.end());
    }

    private static LocalDateTime local(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone);
    }
}
