package org.shelfmates.venue.appeal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Sight;
import org.shelfmates.venue.VenueCard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The suggestions that stand, to read. */
@Service
@Transactional(readOnly = true)
public class AppealSuggestions {

    /** So many an appeal takes, and its page shows. */
    static final int MOST = 100;

    /** What stands, of {@code appeal_suggestion s}. */
    static final String STANDS = "s.stands_at is not null and s.withdrawn_at is null";

    private static final String OF_APPEAL = "select " + VenueCard.COLUMNS + """
            , s.id as suggestion_id, s.note, s.stands_at, s.state, s.reason, s.guest_name, s.guest_id is not null as by_guest,
                coalesce(s.librarian_id = :viewer, false) as mine,
                l.id as person_id, ac.handle, l.name as person_name,
                mb.id as marker_id, mac.handle as marker_handle, mb.name as marker_name
            from appeal_suggestion s
            join venue v on v.id = (select coalesce(merged_into, id) from venue where id = s.venue_id)
            join place p on p.id = v.place_id
            left join librarian l on l.id = s.librarian_id and\s""" + Sight.OF_VIEWER + """
             left join account ac on ac.id = l.id
            left join librarian mb on mb.id = s.marked_by and\s""" + Sight.of("mb")
            + """
             left join account mac on mac.id = mb.id
            where s.appeal_id = :appeal and\s""" + STANDS + " order by s.state = 'TAKEN' desc, s.id limit " + MOST;

    private final JdbcClient jdbc;

    AppealSuggestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those taken first, then the oldest.
     *
     * @param viewer a librarian, or null for strangers
     */
    public List<Suggestion> of(Appeal appeal, @Nullable Long viewer) {
        return jdbc.sql(OF_APPEAL)
                .param("appeal", appeal.id())
                .param("viewer", viewer, Types.BIGINT)
                .query((row, n) -> read(row, appeal))
                .list();
    }

    private static Suggestion read(ResultSet row, Appeal appeal) throws SQLException {
        VenueCard venue = VenueCard.read(row);
        Integer people = appeal.people();
        return new Suggestion(
                row.getLong("suggestion_id"),
                venue,
                people == null ? null : venue.cost().of(people, appeal.hours()),
                row.getString("note"),
                row.getString("handle") == null ? null : Person.of(row),
                row.getBoolean("by_guest") ? row.getString("guest_name") : "",
                row.getTimestamp("stands_at").toInstant(),
                Suggestion.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("marker_handle") == null
                        ? null
                        : new Person(
                                row.getLong("marker_id"), row.getString("marker_handle"), row.getString("marker_name")),
                row.getBoolean("mine"));
    }
}
