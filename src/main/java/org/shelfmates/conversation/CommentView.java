package org.shelfmates.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A comment as a page shows it, to one kind of reader: of a row all but a few are alike for all librarians.
 *
 * @param depth how far it is indented, 0 to {@value #DEEPEST}; deeper replies stay there
 * @param answered whom it answers, or null where it begins a talk, or what it answers is deleted
 * @param author null where it is deleted
 * @param html safe to put into a page as it is
 * @param question whether something is asked
 * @param answer the id of the reply that answers the question, or null
 * @param answers whether it is itself what answers a question
 * @param deleted null unless it is deleted
 */
public record CommentView(
        long id,
        int depth,
        @Nullable Writer answered,
        @Nullable Writer author,
        String html,
        Instant createdAt,
        @Nullable Instant editedAt,
        boolean question,
        @Nullable Long answer,
        boolean answers,
        @Nullable Deletion deleted,
        List<Reacted> reactions,
        May may) {

    static final int DEEPEST = 3;

    /**
     * Those who said one thing to it by a press.
     *
     * @param count of them, of whom {@code names} has the first
     * @param mine whether the reader is one of them
     */
    public record Reacted(Reaction kind, int count, String names, boolean mine) {}

    /** For how long its author can edit it. */
    public static final Duration EDITABLE = Duration.ofMinutes(30);

    /**
     * What the reader may do with it.
     *
     * @param write whether they are signed in
     * @param own whether it is theirs
     * @param edit whether it is theirs and new enough to be edited
     * @param delete whether it is theirs, or they plan what it is about
     * @param accept whether it may be the answer to a question of theirs, or of what they plan
     */
    public record May(boolean write, boolean own, boolean edit, boolean delete, boolean accept) {}

    /** The same with the kinds that nobody has pressed, for buttons. */
    public List<Reacted> buttons() {
        return Stream.of(Reaction.values())
                .map(kind -> reactions.stream()
                        .filter(reacted -> reacted.kind() == kind)
                        .findFirst()
                        .orElse(new Reacted(kind, 0, "", false)))
                .toList();
    }

    /** The id of its element, which its permanent link leads to. */
    public String anchor() {
        return "comment-" + id;
    }

    /** The address that leads to it, on whatever page it stands. */
    public String path() {
        return "/comments/" + id;
    }

    public String style() {
        return "thread__item--" + depth;
    }

    /** Whether nobody has answered yet what it asks. */
    public boolean open() {
        return question && answer == null;
    }
}
