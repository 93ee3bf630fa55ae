package org.shelfmates.librarian.suggest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one's own page says about people.
 *
 * @param someoneNew of this week, or null
 * @param introductions how many wait for an answer
 * @param unconfirmed whether one's address still has to be confirmed: it is read along, to spare the page a statement
 */
public record ForMe(
        List<Suggestion> suggestions, @Nullable Suggestion someoneNew, int introductions, boolean unconfirmed) {}
