package org.shelfmates.tweetup.listing;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.BadRequestException;

/**
 * What the list's form asks for, as it was sent. Ticks are {@code true} or absent; days are typed, so what is wrong with
 * them is said beside them.
 */
record TweetupListForm(@Nullable String from, @Nullable String until) {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 3000;

    /** @return the message that says what is wrong with the days, or null */
    @Nullable
    String problem() {
        if (wrong(from) || wrong(until)) {
            return "tweetups.day.wrong";
        }
        LocalDate first = day(from);
        LocalDate last = day(until);
        return first != null && last != null && last.isBefore(first) ? "tweetups.until.before" : null;
    }

    /** @return null for none, and for what is no day */
    static @Nullable LocalDate day(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            return day.getYear() < EARLIEST || day.getYear() > LATEST ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean wrong(@Nullable String typed) {
        return typed != null && !typed.isBlank() && day(typed) == null;
    }

    /** @throws BadRequestException for what no box of ours sends */
    static boolean ticked(String value) {
        BadRequestException.unless(value.isEmpty() || value.equals("true"), "a box is ticked or not");
        return !value.isEmpty();
    }
}
