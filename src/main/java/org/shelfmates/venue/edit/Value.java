package org.shelfmates.venue.edit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact's value as people read it.
 *
 * @param key the message that says it, or null where it is said as it is
 */
public record Value(@Nullable String key, String words) {

    /** @param places the names of places by their ids */
    static Value of(Fact fact, String value, Map<String, String> places) {
        if (value.isEmpty()) {
            return new Value("venue.is.null", "");
        }
        return switch (fact.type()) {
            case KIND -> new Value("venue.kind." + value, value);
            case COST -> new Value("venue.model." + value, value);
            case NOISE -> new Value("venue.noise." + value, value);
            case FLAG -> new Value("venue.is." + value.equals("yes"), value);
            case PLACE -> new Value(null, places.getOrDefault(value, value));
            case TEXT, MONEY, NUMBER -> new Value(null, value);
        };
    }
}
