package org.shelfmates.place;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What came of a place field: one place, or several of a name to choose from, or nothing.
 *
 * @param chosen the place, when it is clear which
 * @param choices what the name may have meant, best first, when it is not
 */
public record PlaceChoice(@Nullable Place chosen, List<Place> choices) {

    /** Nothing was named, or nothing of that name is known. */
    public static final PlaceChoice NONE = new PlaceChoice(null, List.of());

    /** The place that was chosen or, where a name means several, the likeliest of them; null where none is known. */
    public @Nullable Place best() {
        return chosen == null && !choices.isEmpty() ? choices.get(0) : chosen;
    }

    /** Says beside a form's field {@code placeName} that a place is needed, or which of several, unless one was chosen. */
    void require(Errors form) {
        if (chosen == null) {
            form.rejectValue("placeName", choices.isEmpty() ? "place.unknown" : "place.choose");
        }
    }

    static PlaceChoice among(List<Place> found) {
        return found.size() == 1 ? new PlaceChoice(found.get(0), List.of()) : new PlaceChoice(null, found);
    }
}
