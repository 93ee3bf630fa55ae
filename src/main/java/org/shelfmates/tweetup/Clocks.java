package org.shelfmates.tweetup;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** What the clocks of a place do at a time that may have been typed otherwise. */
public enum Clocks {
    NOTHING,
    /** They have just skipped as much: what was typed in the hour that they skip is this time, as {@code java.time} has it. */
    FORWARD,
    /** They will show this time once more: it is the first of the two. */
    BACK;

    public static Clocks at(Instant time, ZoneId zone) {
        ZoneOffsetTransition last = zone.getRules().previousTransition(time.plusNanos(1));
        ZoneOffsetTransition next = zone.getRules().nextTransition(time);
        if (last != null && last.isGap() && time.isBefore(last.getInstant().plus(last.getDuration()))) {
            return FORWARD;
        }
        return next != null
                        && next.isOverlap()
                        && !time.isBefore(next.getInstant().plus(next.getDuration())) // which is negative
                ? BACK
                : NOTHING;
    }
}
