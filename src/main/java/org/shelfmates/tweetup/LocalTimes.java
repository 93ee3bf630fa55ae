package org.shelfmates.tweetup;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Times as forms send them, by the clocks of the tweetup's place, and the rules for when a tweetup can be. */
public final class LocalTimes {

    private static final Duration LONGEST = Duration.ofDays(14);
    private static final Duration FARTHEST = Duration.ofDays(730);

    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private LocalTimes() {}

    /**
     * Reads a field, as {@link #at} does; pages then say what the {@link Clocks} did.
     *
     * @return null where the field is wrong, which {@code errors} then say
     */
    public static @Nullable Instant read(String field, String typed, ZoneId zone, Errors errors) {
        if (errors.hasFieldErrors(field)) {
            return null;
        }
        try {
            return at(time(typed), zone);
        } catch (DateTimeException e) {
            errors.rejectValue(field, "tweetup.time");
            return null;
        }
    }

    /** @throws DateTimeException when it is none; seconds and the T may be left out */
    public static LocalDateTime time(String typed) {
        return LocalDateTime.parse(typed.replace(' ', 'T'));
    }

    /** The instant of a local time: of two the first; in the hour that the clocks skip, as much later as they skip. */
    public static Instant at(LocalDateTime time, ZoneId zone) {
        return time.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /**
     * When answers close for one tweetup as they do for another: as many days before, at the same time by the clock.
     *
     * @param close of the other, which starts at {@code start}
     * @return at {@code otherStart} at the latest
     */
    public static Instant closing(Instant close, Instant start, Instant otherStart, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(close, zone);
        long days =
                ChronoUnit.DAYS.between(local.toLocalDate(), start.atZone(zone).toLocalDate());
        Instant moved = at(otherStart.atZone(zone).toLocalDate().minusDays(days).atTime(local.toLocalTime()), zone);
        return moved.isAfter(otherStart) ? otherStart : moved;
    }

    /** As a field of a form holds it, to the minute. */
    public static String typed(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? "" : AS_TYPED.format(instant.atZone(zone));
    }

    /** Whether it is farther ahead than anything is planned, and perhaps than the database can keep. */
    public static boolean far(Instant instant, Instant now) {
        return instant.isAfter(now.plus(FARTHEST));
    }

    /** Refuses a start that is past or far, and an end that is not after it or long after it. */
    public static void check(
            String startField, Instant start, String endField, Instant end, Instant now, Errors errors) {
        if (start.isBefore(now)) {
            errors.rejectValue(startField, "tweetup.start.past");
        } else if (far(start, now)) {
            errors.rejectValue(startField, "tweetup.start.far");
        }
        if (!end.isAfter(start)) {
            errors.rejectValue(endField, "tweetup.end.before");
        } else if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            errors.rejectValue(endField, "tweetup.end.long");
        }
    }
}
