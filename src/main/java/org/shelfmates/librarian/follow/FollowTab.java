package org.shelfmates.librarian.follow;

import java.util.Locale;
import org.shelfmates.librarian.Person;

/** The two lists of a librarian. */
public enum FollowTab {
    FOLLOWING("follower_id", "followed_id"),
    FOLLOWERS("followed_id", "follower_id");

    private final String owner;
    private final String other;

    FollowTab(String owner, String other) {
        this.owner = owner;
        this.other = other;
    }

    /** Puts the columns of whose list it is and of who stands in it into a statement. */
    String in(String sql) {
        return sql.replace("{owner}", owner).replace("{other}", other);
    }

    /** The last part of its address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String path(String handle) {
        return Person.pathOf(handle) + "/" + word();
    }
}
