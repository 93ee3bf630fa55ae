package org.shelfmates.tweetup.poll;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.Line;

/**
 * One option as somebody writes it: of a date poll the start and the end, of a venue poll the rest.
 *
 * @param start as the clocks of the tweetup's place show it
 * @param end likewise
 * @param venue the name and the address
 * @param capacity how many people fit in, may be empty
 */
record OptionForm(
        @Size(max = 40) @Line String start,
        @Size(max = 40) @Line String end,
        @Size(max = 300) @Line String venue,
        @Size(max = 300) @Line String cost,

        @Pattern(regexp = "\\s*|0*([1-9]\\d{0,3}|10000)", message = "{tweetup.capacity}")
        String capacity,

        @Size(max = 500) @Line String access) {

    static final OptionForm EMPTY = new OptionForm("", "", "", "", "", "");

    OptionForm {
        start = start == null ? "" : start.strip();
        end = end == null ? "" : end.strip();
        venue = venue == null ? "" : venue.strip();
        cost = cost == null ? "" : cost.strip();
        capacity = capacity == null ? "" : capacity.strip();
        access = access == null ? "" : access.strip();
    }

    boolean empty() {
        return equals(EMPTY);
    }

    @Nullable
    Integer places() {
        return capacity.isEmpty() ? null : Integer.valueOf(capacity);
    }
}
