package org.shelfmates.tweetup;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Times as the clocks of a place show them and as people type them. */
final class LocalTimes {

    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private LocalTimes() {}

    /** What a field means, or null with what is wrong said beside it. Of an hour that comes twice the first is meant. */
    static @Nullable Instant read(String field, String typed, ZoneId zone, Errors errors) {
        if (errors.hasFieldErrors(field)) {
            return null;
        }
        try {
            LocalDateTime time = TweetupForm.time(typed);
            if (zone.getRules().getValidOffsets(time).isEmpty()) {
                // in the night that the clocks go forward an hour is missing
                errors.rejectValue(field, "tweetup.time.skipped");
                return null;
            }
            return at(time, zone);
        } catch (DateTimeException e) {
            errors.rejectValue(field, "tweetup.time");
            return null;
        }
    }

    /** Of the two instants that one clock time names when the clocks go back, the first. */
    static Instant at(LocalDateTime time, ZoneId zone) {
        return time.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /** As a field of a form holds it, to the minute. */
    static String typed(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? "" : AS_TYPED.format(instant.atZone(zone));
    }

    /** Whether this is the first of two times that the clocks show alike, in the night that they go back. */
    static boolean comesAgain(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone).toLocalDateTime();
        return zone.getRules().getValidOffsets(local).size() == 2
                && at(local, zone).equals(instant);
    }
}
