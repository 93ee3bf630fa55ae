package org.shelfmates.tweetup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;

/**
 * What a tweetup's page tells of the tweetup itself.
 *
 * @param plan Markdown
 * @param maybe how many may come
 * @param parts in the order of the invitation; most tweetups have none
 * @param companionsMax how many each person may bring
 * @param answersCloseAt after which nobody can answer any more, or null for the end
 * @param mine the viewer's own answer, or null
 * @param planning whether the viewer is one of the planners
 */
record TweetupPage(
        TweetupCard card,
        String plan,
        List<Person> planners,
        int maybe,
        List<Part> parts,
        int companionsMax,
        @Nullable Instant answersCloseAt,
        boolean closed,
        @Nullable Mine mine,
        boolean planning) {

    /**
     * A part that one can come to alone.
     *
     * @param left how many places it has left, null for any number
     */
    record Part(long id, String name, @Nullable Integer left) {}

    /**
     * @param standing null unless going
     * @param ahead how many parties wait before the viewer; 0 unless waiting
     */
    record Mine(
            Answer answer,
            @Nullable Standing standing,
            String note,
            int companions,
            List<Long> parts,
            Visibility visibleTo,
            boolean shareEmail,
            int ahead) {}

    /**
     * One line of the date-due slip.
     *
     * @param path of the profile; guests have none
     * @param parts the names of the parts that they come to, in words
     */
    record Row(
            String name,
            @Nullable String path,
            Answer answer,
            @Nullable Standing standing,
            int companions,
            String parts,
            String note,
            Instant answeredAt) {}

    /** Whether one can still answer. */
    public boolean open() {
        return card.state() == State.SCHEDULED && !closed;
    }
}
