package org.shelfmates.tweetup.poll;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.Line;

/**
 * A new poll, or options for one that is open.
 *
 * @param options empty ones do not count
 * @param closes when it closes by itself, as the clocks of the tweetup's place show it, or empty
 */
record PollForm(
        List<@Valid OptionForm> options,
        @Size(max = 40) @Line String closes) {

    private static final int ROWS = 4;

    PollForm(@Nullable List<@Nullable OptionForm> options, @Nullable String closes) {
        BadRequestException.unless(options == null || options.size() <= OptionReader.MOST, "too many options");
        this.options = options == null
                ? List.of()
                : options.stream()
                        .map(option -> Objects.requireNonNullElse(option, OptionForm.EMPTY))
                        .toList();
        this.closes = closes == null ? "" : closes.strip();
    }

    static PollForm empty() {
        return new PollForm(Collections.nCopies(ROWS, OptionForm.EMPTY), "");
    }

    static PollForm ofOne() {
        return new PollForm(List.of(OptionForm.EMPTY), "");
    }

    /** The same with more rows to fill. */
    PollForm longer() {
        return new PollForm(
                Stream.concat(options.stream(), Collections.nCopies(ROWS, OptionForm.EMPTY).stream())
                        .limit(OptionReader.MOST)
                        .toList(),
                closes);
    }
}
