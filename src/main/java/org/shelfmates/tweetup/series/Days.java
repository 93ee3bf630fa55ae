package org.shelfmates.tweetup.series;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Days as the forms of series send them, and how far ahead they may be. */
@Component
class Days {

    private static final int EARLIEST = 2000;
    private static final int LATEST = 9999;

    private final Clock clock;

    Days(Clock clock) {
        this.clock = clock;
    }

    LocalDate today(ZoneId zone) {
        return LocalDate.now(clock.withZone(zone));
    }

    /** The farthest day that a series can go on until. */
    LocalDate farthest(ZoneId zone) {
        return today(zone).plusYears(1);
    }

    /** Half a year on, for a form to begin with. */
    LocalDate suggested(LocalDate from, ZoneId zone) {
        LocalDate day = (from.isAfter(today(zone)) ? from : today(zone)).plusMonths(6);
        return day.isAfter(farthest(zone)) ? farthest(zone) : day;
    }

    /** @return null where the field is wrong, which {@code errors} then say */
    @Nullable
    LocalDate read(String field, String typed, Errors errors) {
        if (errors.hasFieldErrors(field)) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(typed);
            if (day.getYear() >= EARLIEST && day.getYear() <= LATEST) { // the database keeps fewer years than Java
                return day;
            }
        } catch (DateTimeException e) {
            // answered below
        }
        errors.rejectValue(field, "series.day.wrong");
        return null;
    }

    /** As {@link #read}, for the day that a series is to go on until, which is not before {@code first}. */
    @Nullable
    LocalDate until(String typed, LocalDate first, ZoneId zone, Errors errors) {
        LocalDate until = read("until", typed, errors);
        if (until != null && until.isBefore(first)) {
            errors.rejectValue("until", "series.until.before");
        } else if (until != null && until.isAfter(farthest(zone))) {
            errors.rejectValue("until", "series.until.far");
        }
        return errors.hasFieldErrors("until") ? null : until;
    }
}
