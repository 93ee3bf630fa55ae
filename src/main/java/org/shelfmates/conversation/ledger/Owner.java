package org.shelfmates.conversation.ledger;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.conversation.Comments;
import org.shelfmates.librarian.Sight;

/** Whose ledger it is: a librarian's or a guest's, by id. */
public record Owner(@Nullable Long librarian, @Nullable Long guest) {

    public Owner {
        if ((librarian == null) == (guest == null)) {
            throw new IllegalArgumentException("one of the two");
        }
    }

    public static Owner of(Viewer viewer) {
        return new Owner(viewer.id(), null);
    }

    public static Owner guest(long id) {
        return new Owner(null, id);
    }

    /** The column of {@code subscription} that names them. */
    String column() {
        return librarian == null ? "guest_id" : "librarian_id";
    }

    /** The column of {@code comment} that names them. */
    String writer() {
        return librarian == null ? "guest_id" : "author_id";
    }

    /** Whether a comment is theirs. */
    public boolean wrote(Comments.Comment comment) {
        return Objects.equals(librarian, comment.authorId()) && Objects.equals(guest, comment.guestId());
    }

    /** What is true of comments that are somebody else's: of {@code c}. */
    String others() {
        return "c." + writer() + " is distinct from :reader";
    }

    /** Whether the reader may know a librarian's name: for a statement with {@code :reader}. */
    String shown(String alias) {
        return librarian == null ? "true" : Sight.unblocked(alias).replace(":viewer", ":reader");
    }

    long id() {
        return librarian == null ? Objects.requireNonNull(guest) : librarian;
    }
}
