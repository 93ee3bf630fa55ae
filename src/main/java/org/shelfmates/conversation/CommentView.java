package org.shelfmates.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;

/**
 * A comment as a page shows it.
 *
 * @param depth how far it is indented, 0 to {@value #DEEPEST}; deeper replies stay there
 * @param answered whom it answers, or null where it begins a talk or the other stands on an earlier page
 * @param html safe to put into a page as it is
 */
public record CommentView(
        long id, int depth, @Nullable Person answered, Person author, String html, Instant createdAt) {

    static final int DEEPEST = 3;

    /** The id of its element, which its permanent link names. */
    public String anchor() {
        return "comment-" + id;
    }

    public String style() {
        return "thread__item--" + depth;
    }
}
