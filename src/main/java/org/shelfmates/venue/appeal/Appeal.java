package org.shelfmates.venue.appeal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.Subject;
import org.shelfmates.librarian.Person;
import org.shelfmates.place.Place;

/**
 * An appeal as its page tells it.
 *
 * @param details Markdown
 * @param people how many there will be, null where nobody knows
 * @param zone of its place
 * @param owner the group or tweetup that it is for
 * @param ended how the tweetup that it is for ended, null where it did not
 * @param by who opened it, null where they are not to be seen
 * @param hours how long, for what a venue costs
 * @param runs whether the viewer may mark its suggestions and close it
 */
public record Appeal(
        long id,
        String words,
        String details,
        long placeId,
        String placeName,
        String placePath,
        ZoneId zone,
        @Nullable Integer people,
        String budget,
        boolean freeOnly,
        boolean stepFree,
        String timing,
        Owner owner,
        @Nullable Ended ended,
        @Nullable Person by,
        Instant openedAt,
        @Nullable Instant closedAt,
        String closedBecause,
        boolean thanked,
        int hours,
        boolean runs) {

    /** How long a meet-up is taken to last where nobody has said. */
    static final int USUAL_HOURS = 2;

    /** The names in the table of threads. */
    static final String KIND = "appeal";

    /** Who may mark suggestions, close and open: organisers of the group, planners of the tweetup; {@code appeal a}. */
    static final String RUN_BY_VIEWER = """
            (exists (select from planner pl where pl.tweetup_id = a.tweetup_id and pl.librarian_id = :viewer)
                or exists (select from membership m
                    where m.group_id = a.group_id and m.librarian_id = :viewer and m.organiser))""";

    /** What an appeal is for.
     *
     * @param tweetup whether it is a tweetup, or else a group
     */
    public record Owner(boolean tweetup, long id, String title, String path) {}

    /** How a tweetup came to need no space any more. */
    public enum Ended {
        OVER,
        CANCELLED
    }

    static String pathOf(long id) {
        return "/appeals/" + id;
    }

    static Subject subject(long id) {
        return new Subject(KIND, id);
    }

    public String path() {
        return pathOf(id);
    }

    /** Whether it takes suggestions: nobody closed it, and what it is for is ahead. */
    public boolean open() {
        return closedAt == null && ended == null;
    }

    /** The tweetup that it is for, or null. */
    public @Nullable Long tweetupId() {
        return owner.tweetup() ? owner.id() : null;
    }

    /** From the columns of {@link Appeals}. */
    static Appeal read(ResultSet row) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        boolean tweetup = row.getObject("tweetup_id") != null;
        String ended = row.getString("ended");
        return new Appeal(
                row.getLong("id"),
                row.getString("words"),
                row.getString("details"),
                row.getLong("place_id"),
                row.getString("place_name"),
                Place.pathOf(row.getString("country"), row.getString("place_slug")),
                ZoneId.of(row.getString("zone")),
                (Integer) row.getObject("people"),
                row.getString("budget"),
                row.getBoolean("free_only"),
                row.getBoolean("step_free"),
                row.getString("timing"),
                tweetup
                        ? new Owner(
                                true,
                                row.getLong("tweetup_id"),
                                row.getString("title"),
                                "/tweetups/" + row.getLong("tweetup_id") + "/" + row.getString("tweetup_slug"))
                        : new Owner(
                                false,
                                row.getLong("group_id"),
                                row.getString("group_name"),
                                "/groups/" + row.getString("group_slug")),
                ended == null ? null : Ended.valueOf(ended),
                row.getString("handle") == null ? null : Person.of(row),
                row.getTimestamp("opened_at").toInstant(),
                closed == null ? null : closed.toInstant(),
                row.getString("closed_because"),
                row.getBoolean("thanked"),
                row.getInt("hours"),
                row.getBoolean("runs"));
    }
}
