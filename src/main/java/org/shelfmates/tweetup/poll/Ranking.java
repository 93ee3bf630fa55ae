package org.shelfmates.tweetup.poll;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which option is best: to which most say yes; of several such, to which most say yes or if need be; then to which fewest
 * say no; then the earliest date, or the venue that was named first. The planners may choose another.
 */
final class Ranking {

    private static final Comparator<Option> BEST_FIRST = Comparator.comparingInt(Option::yes)
            .thenComparingInt(Option::possible)
            .reversed()
            .thenComparingInt(Option::no)
            .thenComparing(option -> Objects.requireNonNullElse(option.start(), Instant.MAX))
            .thenComparingLong(Option::id);

    private Ranking() {}

    /** @return none where nobody could come to any */
    static Optional<Option> best(List<Option> options) {
        return options.stream().filter(option -> option.possible() > 0).min(BEST_FIRST);
    }
}
