package org.shelfmates.venue.appeal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An open appeal, in a list.
 *
 * @param suggestions how many stand
 * @param zone of its place
 */
public record AppealCard(
        long id,
        String words,
        String placeName,
        @Nullable Integer people,
        int suggestions,
        Instant openedAt,
        ZoneId zone) {

    static final String COLUMNS = """
            a.id, a.words, p.name as place_name, a.people, a.opened_at, p.zone,
            (select count(*) from appeal_suggestion s
                where s.appeal_id = a.id and s.stands_at is not null and s.withdrawn_at is null) as suggestions""";

    public String path() {
        return Appeal.pathOf(id);
    }

    static AppealCard read(ResultSet row) throws SQLException {
        return new AppealCard(
                row.getLong("id"),
                row.getString("words"),
                row.getString("place_name"),
                (Integer) row.getObject("people"),
                row.getInt("suggestions"),
                row.getTimestamp("opened_at").toInstant(),
                ZoneId.of(row.getString("zone")));
    }
}
