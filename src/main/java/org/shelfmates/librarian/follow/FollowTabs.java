package org.shelfmates.librarian.follow;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;

/**
 * What stands on the tabs of a profile, and between its librarian and whoever looks.
 *
 * @param following how many they follow, counted up to {@value #COUNTED}
 * @param followers how many follow them, likewise
 * @param shown to whom they show both lists
 * @param followsYou whether they follow the viewer
 * @param blocked whether the viewer has blocked them
 * @param centre the id of the place that distances are from: the viewer's home, and for strangers theirs
 */
public record FollowTabs(
        Person person,
        @Nullable Long viewer,
        int following,
        int followers,
        Shown shown,
        boolean followsYou,
        boolean blocked,
        long centre,
        String centreName) {

    /** Beyond it there are "more than". */
    public static final int COUNTED = 10_000;

    static FollowTabs of(ResultSet row, @Nullable Long viewer) throws SQLException {
        return new FollowTabs(
                Person.of(row),
                viewer,
                row.getInt("following"),
                row.getInt("followers"),
                Shown.valueOf(row.getString("follow_lists")),
                row.getBoolean("follows_you"),
                row.getBoolean("blocked"),
                row.getLong("centre"),
                row.getString("centre_name"));
    }

    /** Whether they are the viewer's own. */
    public boolean own() {
        return viewer != null && viewer == person.id();
    }

    /** Whether the viewer may read both lists. */
    public boolean open() {
        return own() || shown == Shown.EVERYONE || shown == Shown.MEMBERS && viewer != null;
    }

    public int count(FollowTab tab) {
        return tab == FollowTab.FOLLOWING ? following : followers;
    }
}
