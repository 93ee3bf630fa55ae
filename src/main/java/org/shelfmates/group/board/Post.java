package org.shelfmates.group.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.shelfmates.group.GroupPage;
import org.shelfmates.librarian.Person;

/**
 * A post as its page shows it.
 *
 * @param body Markdown
 * @param version grows with every edit
 * @param forMembers whether something of it was written while the group was not open to everybody
 * @param blocks whether its author has blocked the viewer, an organiser, who keeps it and does not answer it
 * @param closed null while members may answer it
 * @param hidden null while whoever reads the board may read it
 * @param viewer who looks, or null
 */
record Post(
        long id,
        String slug,
        GroupPage group,
        PostKind kind,
        String title,
        String body,
        Person author,
        Instant postedAt,
        @Nullable Instant editedAt,
        ZoneId zone,
        int version,
        boolean forMembers,
        boolean blocks,
        boolean pinned,
        @Nullable Step closed,
        @Nullable Step hidden,
        @Nullable Long viewer) {

    /**
     * What an organiser did with it.
     *
     * @param by their name, or null where they are gone, or nobody whom the viewer may know
     */
    public record Step(Instant at, @Nullable String by, String because) {

        private static @Nullable Step of(ResultSet row, String what) throws SQLException {
            Timestamp at = row.getTimestamp(what + "_at");
            return at == null
                    ? null
                    : new Step(at.toInstant(), row.getString(what + "_name"), row.getString(what + "_because"));
        }
    }

    static Post of(ResultSet row, GroupPage group, @Nullable Long viewer) throws SQLException {
        Timestamp edited = row.getTimestamp("edited_at");
        return new Post(
                row.getLong("id"),
                row.getString("slug"),
                group,
                PostKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("body"),
                Person.of(row),
                row.getTimestamp("posted_at").toInstant(),
                edited == null ? null : edited.toInstant(),
                ZoneId.of(row.getString("zone")),
                row.getInt("version"),
                row.getBoolean("for_members"),
                row.getBoolean("blocks"),
                row.getBoolean("pinned"),
                Step.of(row, "closed"),
                Step.of(row, "hidden"),
                viewer);
    }

    public String path() {
        return Board.pathOf(group.card().slug(), id, slug);
    }

    /** The start of the addresses of what is done with it. */
    public String address() {
        return group.card().path() + "/board/" + id;
    }

    public boolean own() {
        return viewer != null && viewer == author.id();
    }

    /** Whether the viewer is an organiser of the group. */
    public boolean organised() {
        return Boolean.TRUE.equals(group.membership());
    }

    /** Whether the viewer may read it although it is hidden. */
    public boolean readable() {
        return hidden == null || own() || organised();
    }

    /** Whether the viewer may read it as everybody may, or as a member; its author may besides. */
    public boolean shared() {
        return member() || Readership.reads(group) && !forMembers;
    }

    /** Whether the viewer, who may read it, may read what is said of it. */
    public boolean talks() {
        return shared() && (member() || hidden == null);
    }

    public boolean member() {
        return group.membership() != null;
    }

    /** Whether the viewer may answer it. */
    public boolean answerable() {
        return member() && !blocks && closed == null && hidden == null;
    }

    public PostForm form() {
        return new PostForm(kind.name(), title, body, String.valueOf(version));
    }
}
