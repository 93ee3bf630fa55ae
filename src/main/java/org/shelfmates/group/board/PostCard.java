package org.shelfmates.group.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import org.shelfmates.librarian.Person;

/**
 * A post as lists show it.
 *
 * @param activeAt when it was posted or last answered
 * @param answers how many comments there are
 * @param hidden whether an organiser has hidden it: then organisers alone have it in a list
 */
public record PostCard(
        long id,
        String path,
        PostKind kind,
        String title,
        Person author,
        Instant activeAt,
        ZoneId zone,
        int answers,
        boolean pinned,
        boolean closed,
        boolean hidden) {

    static PostCard of(ResultSet row) throws SQLException {
        return new PostCard(
                row.getLong("id"),
                Board.pathOf(row.getString("group_slug"), row.getLong("id"), row.getString("slug")),
                PostKind.valueOf(row.getString("kind")),
                row.getString("title"),
                Person.of(row),
                row.getTimestamp("active_at").toInstant(),
                ZoneId.of(row.getString("zone")),
                row.getInt("answers"),
                row.getBoolean("pinned"),
                row.getBoolean("closed"),
                row.getBoolean("hidden"));
    }
}
