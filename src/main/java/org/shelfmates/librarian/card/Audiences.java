package org.shelfmates.librarian.card;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Who sees which part of a card, as the column {@code audience} holds it: for each part that is not for everyone two words,
 * such as {@code WORK MEMBERS}.
 */
public record Audiences(Map<Part, Audience> narrowed) {

    public static final Audiences ALL_FOR_EVERYONE = new Audiences(Map.of());

    /** @throws IllegalArgumentException for other words */
    public static Audiences of(Collection<String> words) {
        Map<Part, Audience> narrowed = new EnumMap<>(Part.class);
        for (String word : words) {
            int space = word.indexOf(' ');
            if (space < 0) {
                throw new IllegalArgumentException("no audience");
            }
            Part part = Part.valueOf(word.substring(0, space));
            Audience audience = Audience.valueOf(word.substring(space + 1));
            // of two that contradict each other the narrower holds
            narrowed.merge(part, audience, (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
        narrowed.values().removeIf(audience -> audience == Audience.EVERYONE);
        return new Audiences(narrowed);
    }

    public Audience of(Part part) {
        return narrowed.getOrDefault(part, Audience.EVERYONE);
    }

    /** The same of a part's name, for templates. */
    public Audience of(String part) {
        return of(Part.valueOf(part));
    }

    public List<String> words() {
        return narrowed.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .toList();
    }
}
