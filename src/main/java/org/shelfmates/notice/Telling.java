package org.shelfmates.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.Subject;

/**
 * One thing that people are told.
 *
 * @param subject what it is about: mails of one subject stand together, and so do grouped notices
 * @param key of this one thing: nobody is told of it twice
 * @param title what the subject is called
 * @param path where it can be read
 * @param actor who did it, and is not told
 * @param words for the placeholders after those of the actor and the title
 */
public record Telling(
        Kind kind,
        Subject subject,
        String key,
        String title,
        String path,
        @Nullable Actor actor,
        List<Word> words) {

    /**
     * Who did something.
     *
     * @param librarianId null for a guest
     */
    public record Actor(@Nullable Long librarianId, String name) {}
}
