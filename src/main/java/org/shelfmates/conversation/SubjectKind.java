package org.shelfmates.conversation;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.NotFoundException;

/** What a module tells of the subjects that it lets people talk about: conversations know none of them. */
public interface SubjectKind {

    /** The kind of its references, see {@link Subject#kind()}. */
    String kind();

    /**
     * @param viewer who looks, or null for a stranger
     * @throws NotFoundException when there is none of this id, or not for this viewer
     */
    Topic topic(long id, @Nullable Long viewer);

    /**
     * By one statement, however many there are.
     *
     * @param subjects all of this kind
     * @param viewer who looks, or null for a stranger
     * @return those that there are for this viewer
     */
    Map<Subject, Title> titles(Collection<Subject> subjects, @Nullable Long viewer);

    /**
     * Who alone may read what is said of it, and is named or told of it: for everybody else there is nothing. Empty where
     * everybody may.
     */
    default Optional<Set<Long>> readers(long id) {
        return Optional.empty();
    }

    /**
     * Whether somebody is among the {@link #readers}; asked with every page and comment, so where those are many it is better not
     * to list them.
     *
     * @param librarian null for strangers and guests
     */
    default boolean mayRead(long id, @Nullable Long librarian) {
        return readers(id)
                .map(some -> librarian != null && some.contains(librarian))
                .orElse(true);
    }

    /** Whether it is a talk of few: each of them is told of all that is said, as of a message. */
    default boolean letters() {
        return false;
    }

    /** Whether somebody who may read it may add to it. */
    default boolean mayWrite(long id, long librarian) {
        return true;
    }

    /**
     * @param words as people call it
     * @param path as of a {@link Topic}; so is {@code zone}
     */
    record Title(String words, String path, ZoneId zone) {}

    /**
     * @param title what the page is called
     * @param path of the page that shows the thread, which takes {@code comments} (the key of a page) and {@code order}
     * @param zone in which times are shown
     * @param moderated whether the viewer may delete what others say here, and mark answers
     */
    record Topic(String title, String path, ZoneId zone, boolean moderated) {}
}
