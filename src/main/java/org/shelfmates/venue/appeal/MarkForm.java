package org.shelfmates.venue.appeal;

import jakarta.validation.constraints.Size;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.Line;

/**
 * What a planner or organiser says of a suggestion.
 *
 * @param was the state that the page showed
 * @param state {@code open}, {@code tried}, {@code taken} or {@code no}
 * @param reason a word why
 * @param close {@code true} when the appeal closes with it
 * @param use what becomes of it in the plan
 */
record MarkForm(
        @Size(max = 10) String was,
        @Size(max = 10) String state,
        @Size(max = 300) @Line String reason,
        @Size(max = 4) String close,
        @Size(max = 10) String use) {

    MarkForm {
        was = was == null ? "" : was;
        state = state == null ? "" : state;
        reason = reason == null ? "" : reason.strip();
        close = close == null ? "" : close;
        use = use == null || use.isEmpty() ? SuggestionTaken.Use.NOTHING.word() : use;
    }

    SuggestionMarking.Mark mark() {
        return new SuggestionMarking.Mark(
                one(Suggestion.State.class, was),
                one(Suggestion.State.class, state),
                reason,
                close.equals("true"),
                one(SuggestionTaken.Use.class, use));
    }

    private static <E extends Enum<E>> E one(Class<E> kind, String word) {
        for (E one : kind.getEnumConstants()) {
            if (one.name().equalsIgnoreCase(word)) {
                return one;
            }
        }
        throw new BadRequestException("no such choice");
    }
}
