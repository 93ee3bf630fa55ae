package org.shelfmates.venue.edit;

import java.util.List;
import java.util.Map;

/**
 * A field that two versions of a venue do not agree on.
 *
 * @param term the message that names it
 */
public record Difference(String term, Value one, Value other) {

    static Difference of(Fact fact, String one, String other, Map<String, String> places) {
        return new Difference(fact.term(), Value.of(fact, one, places), Value.of(fact, other, places));
    }

    static List<Difference> between(Facts one, Facts other, Map<String, String> places) {
        return one.differences(other).stream()
                .map(fact -> of(fact, one.get(fact), other.get(fact), places))
                .toList();
    }
}
