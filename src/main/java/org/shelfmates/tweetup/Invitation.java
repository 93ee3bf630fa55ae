package org.shelfmates.tweetup;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tweetup's page tells beside what its card says.
 *
 * @param answersCloseAt when answers close, null for not before it is over
 * @param cancelledAt null unless it was cancelled
 * @param changes other times and venues that it had, latest first, the last twenty
 * @param unseen the first change since the viewer's last answer, or null
 */
record Invitation(
        Details details,
        @Nullable Instant answersCloseAt,
        boolean answersClosed,
        @Nullable Instant cancelledAt,
        String cancelledBecause,
        List<Change> changes,
        @Nullable Change unseen) {

    /** From {@link #JOIN}; {@code mine} is the viewer's own answer. */
    static final String COLUMNS = """
            t.hashtag, t.cost, t.access, t.last_connection, t.bring, t.sign, t.greeter_id, t.answers_close_at,
            t.cancelled_at, t.cancelled_because, changed.*, coalesce(mine.reconfirmed_at, mine.answered_at) as last_answer""";

    static final String JOIN = """
            cross join lateral (
                select array_agg(changed_at order by id desc) as change_at,
                    array_agg(old_start order by id desc) as old_start, array_agg(old_end order by id desc) as old_end,
                    array_agg(old_venue order by id desc) as old_venue,
                    array_agg(new_start order by id desc) as new_start, array_agg(new_end order by id desc) as new_end,
                    array_agg(new_venue order by id desc) as new_venue, array_agg(reason order by id desc) as reason
                from (select * from change where tweetup_id = t.id order by id desc limit 20) c) changed
            """;

    static Invitation read(ResultSet row, Instant now) throws SQLException {
        Instant closes = instant(row.getTimestamp("answers_close_at"));
        Instant answered = instant(row.getTimestamp("last_answer"));
        List<Change> changes = changes(row);
        List<Change> unseen = changes.stream()
                .filter(change -> answered != null && change.at().isAfter(answered))
                .toList();
        return new Invitation(
                details(row),
                closes,
                closes != null && !now.isBefore(closes),
                instant(row.getTimestamp("cancelled_at")),
                row.getString("cancelled_because"),
                changes,
                unseen.isEmpty() ? null : unseen.get(unseen.size() - 1));
    }

    private static Details details(ResultSet row) throws SQLException {
        return new Details(
                row.getString("hashtag"),
                row.getString("cost"),
                row.getString("access"),
                row.getString("last_connection"),
                row.getString("bring"),
                row.getString("sign"),
                (Long) row.getObject("greeter_id"));
    }

    private static List<Change> changes(ResultSet row) throws SQLException {
        Array at = row.getArray("change_at");
        if (at == null) {
            return List.of();
        }
        Instant[] times = instants(at);
        Instant[] oldStart = instants(row.getArray("old_start"));
        Instant[] oldEnd = instants(row.getArray("old_end"));
        String[] oldVenue = (String[]) row.getArray("old_venue").getArray();
        Instant[] newStart = instants(row.getArray("new_start"));
        Instant[] newEnd = instants(row.getArray("new_end"));
        String[] newVenue = (String[]) row.getArray("new_venue").getArray();
        String[] reason = (String[]) row.getArray("reason").getArray();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            changes.add(new Change(
                    times[i], oldStart[i], oldEnd[i], oldVenue[i], newStart[i], newEnd[i], newVenue[i], reason[i]));
        }
        return changes;
    }

    private static Instant[] instants(Array array) throws SQLException {
        Timestamp[] times = (Timestamp[]) array.getArray();
        Instant[] instants = new Instant[times.length];
        for (int i = 0; i < times.length; i++) {
            instants[i] = times[i].toInstant();
        }
        return instants;
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
