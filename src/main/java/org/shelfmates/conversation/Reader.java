package org.shelfmates.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Who reads a thread.
 *
 * @param id of the librarian, or null for a stranger
 * @param moderates whether they may delete what others say here, and mark answers
 */
public record Reader(@Nullable Long id, boolean moderates) {

    public static final Reader STRANGER = new Reader(null, false);
}
