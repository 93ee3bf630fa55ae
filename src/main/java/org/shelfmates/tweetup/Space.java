package org.shelfmates.tweetup;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.shelfmates.venue.VenueCard;

/**
 * What the directory knows of where a tweetup is, and whether a space is asked for.
 *
 * @param known the venue of the directory, or null for words alone
 * @param asked the open appeal for one, or null
 */
record Space(@Nullable Known known, @Nullable Asked asked) {

    /** From {@link #JOIN}. */
    static final String COLUMNS = """
            , known.id as known_id, known.slug as known_slug, known.address as known_address, known.directions as known_directions,
            known.stop as known_stop, known.last_connection as known_last, known.step_free as known_step_free,
            known.hearing_loop as known_loop, asked.id as asked_id, asked.suggestions as asked_suggestions
            """;

    /** One that was merged is the one that it turned out to be. */
    static final String JOIN = """
            left join venue known on known.id = (select coalesce(merged_into, id) from venue where id = t.venue_id)
            left join lateral (
                select a.id, (select count(*) from appeal_suggestion s where s.appeal_id = a.id and s.stands_at is not null
                    and s.withdrawn_at is null) as suggestions
                from appeal a where a.tweetup_id = t.id and a.closed_at is null
                order by a.opened_at desc limit 1) asked on true
            """;

    /**
     * A venue of the directory. What is empty or null is unknown.
     *
     * @param stop the nearest
     * @param last the last connection home
     */
    record Known(
            String path,
            String address,
            String directions,
            String stop,
            String last,
            @Nullable Boolean stepFree,
            @Nullable Boolean loop) {}

    /** An open appeal, and how many suggestions stand on it. */
    record Asked(String path, int suggestions) {}

    static Space read(ResultSet row) throws SQLException {
        Object known = row.getObject("known_id");
        Object asked = row.getObject("asked_id");
        return new Space(
                known == null
                        ? null
                        : new Known(
                                VenueCard.pathOf(row.getLong("known_id"), row.getString("known_slug")),
                                row.getString("known_address"),
                                row.getString("known_directions"),
                                row.getString("known_stop"),
                                row.getString("known_last"),
                                (Boolean) row.getObject("known_step_free"),
                                (Boolean) row.getObject("known_loop")),
                asked == null ? null : new Asked("/appeals/" + asked, row.getInt("asked_suggestions")));
    }
}
