package org.shelfmates.librarian.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Sight;
import org.shelfmates.web.PageKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Programmes, to read. */
@Service
@Transactional(readOnly = true)
class Programmes {

    /** Within so many kilometres a member is near. */
    static final int NEAR = 50;

    private static final String COUNTS = """
            (select count(*) from programme_member where programme_id = g.id) as members,
            (select count(*) from thing where programme_id = g.id) as things""";

    /** The places near the viewer's home, and the members {@code m} who live there, without the viewer. */
    private static final String NEAR_ME = """
            (select n.id, n.name, n.position <-> home.position as chord from place home
                join librarian me on me.id = :viewer and home.id = me.place_id
                join place n on n.position <@ cube_enlarge(home.position, chord_of(:within), 3)
                    and n.position <-> home.position <= chord_of(:within) offset 0) n
            join librarian l on l.place_id = n.id and l.id <> :viewer and\s""" + Sight.OF_VIEWER;

    private static final String AFTER =
            "where (lower(g.name), g.id) > (select lower(b.name), b.id from programme b where b.id = :id)";

    private final JdbcClient jdbc;

    Programmes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param next the key of the page after this one, or null at the end */
    record Listing(List<ProgrammeCard> programmes, @Nullable PageKey next) {}

    /** By name. */
    Listing all(@Nullable PageKey key, int size) {
        record Keyed(ProgrammeCard card, long id) {}
        List<Keyed> rows = jdbc.sql("select g.id, g.slug, g.name, " + COUNTS
                        + " from programme g " + (key == null ? "" : AFTER)
                        + " order by lower(g.name), g.id limit :limit")
                .param("id", key == null ? 0 : key.number(0))
                .param("limit", size + 1)
                .query((row, n) -> new Keyed(card(row), row.getLong("id")))
                .list();
        boolean more = rows.size() > size;
        List<Keyed> shown = more ? rows.subList(0, size) : rows;
        return new Listing(
                shown.stream().map(Keyed::card).toList(),
                more ? PageKey.of(shown.get(size - 1).id()) : null);
    }

    private static ProgrammeCard card(ResultSet row) throws SQLException {
        return new ProgrammeCard(
                row.getString("slug"), row.getString("name"), row.getLong("members"), row.getLong("things"));
    }

    Optional<ProgrammePage> bySlug(String slug, @Nullable Long viewer) {
        return jdbc.sql("select g.id, g.slug, g.name, g.description, g.organiser_id, mine.shown, " + COUNTS + """
                        , l.id as person_id, a.handle, l.name as person_name,
                        case when cast(:viewer as bigint) is null then 0 else (
                            select count(*) from\s"""
                        + NEAR_ME.replace("librarian l ", "librarian o ").replace("l.", "o.") + """
                             join programme_member m on m.programme_id = g.id and m.librarian_id = o.id) end as near
                        from programme g
                        left join programme_member mine on mine.programme_id = g.id and mine.librarian_id = :viewer
                        left join librarian l on l.id = g.organiser_id and\s""" + Sight.OF_VIEWER
                        + """
                         left join account a on a.id = l.id where g.slug = :slug""")
                .param("slug", slug)
                .param("viewer", viewer, Types.BIGINT)
                .param("within", NEAR)
                .query((row, n) -> new ProgrammePage(
                        row.getLong("id"),
                        card(row),
                        row.getString("description"),
                        row.getObject("person_id") == null ? null : Person.of(row),
                        (Boolean) row.getObject("shown"),
                        viewer != null && viewer.equals(row.getObject("organiser_id", Long.class)),
                        row.getLong("near"),
                        things(row.getLong("id"), viewer)))
                .optional();
    }

    private List<ProgrammePage.Thing> things(long programme, @Nullable Long viewer) {
        return jdbc.sql("""
                        select t.position, t.title, t.link, d.librarian_id is not null as done
                        from thing t left join thing_done d on d.thing_id = t.id and d.librarian_id = :viewer
                        where t.programme_id = :programme order by t.position""")
                .param("programme", programme)
                .param("viewer", viewer, Types.BIGINT)
                .query(ProgrammePage.Thing.class)
                .list();
    }

    /** A member who wants to be seen, and lives near. */
    record Neighbour(Person person, String placeName, double kilometres) {

        /** Whole kilometres; 0 for the same place. */
        public long roundKilometres() {
            return Math.round(kilometres);
        }
    }

    /** Those near the viewer who want to be seen, nearest first. */
    List<Neighbour> near(long programme, long viewer, int size) {
        return jdbc.sql("""
                        select l.id as person_id, a.handle, l.name as person_name, n.name as place_name,
                            kilometres_of(n.chord) as kilometres from\s""" + NEAR_ME + """
                         join programme_member m on m.programme_id = :programme and m.librarian_id = l.id and m.shown
                        join account a on a.id = l.id order by n.chord, l.id limit :limit""")
                .param("programme", programme)
                .param("viewer", viewer)
                .param("within", NEAR)
                .param("limit", size)
                .query((row, n) ->
                        new Neighbour(Person.of(row), row.getString("place_name"), row.getDouble("kilometres")))
                .list();
    }
}
