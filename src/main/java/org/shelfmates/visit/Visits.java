package org.shelfmates.visit;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Sight;
import org.shelfmates.librarian.wish.Wishes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Visits, to read. Where somebody is is for those alone who are signed in: strangers get a number. */
@Service
@Transactional(readOnly = true)
public class Visits {

    private static final String ONE =
            "select " + VisitCard.COLUMNS + " from visit v join place p on p.id = v.place_id" + VisitCard.PEOPLE;

    /** Places within reach are taken from the index first; there are hundreds at most. */
    private static final String NEAR = """
            with here as (select position as at from place where id = :place),
            p as materialized (
                select id, name, slug, country, zone, position <-> (select at from here) as chord from place
                where position <@ cube_enlarge((select at from here), chord_of(:within), 3)
                    and position <-> (select at from here) <= chord_of(:within))
            select wished.*, coming.* from (
                select exists (select from place_wish
                    where place_id = :place and librarian_id = :viewer) as wished) wished
            left join (select\s""" + VisitCard.COLUMNS + ", kilometres_of(p.chord) as kilometres"
            + " from p join visit v on v.place_id = p.id" + VisitCard.PEOPLE
            + " where " + VisitCard.TO_COME + " and " + Sight.OF_VIEWER
            + " order by v.first_day, v.id limit :limit) coming on true order by coming.first_day, coming.id";

    private static final int MANY = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    Visits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Who comes.
     *
     * @param count how many, {@value Visits#MANY} at most
     * @param cards the first of them; none for strangers
     * @param wished whether the viewer wished for company at the place ({@link Wishes}): told here, since a place's page has
     *     no statement to spare for it
     */
    public record Coming(int count, List<VisitCard> cards, boolean wished) {}

    private JdbcClient.StatementSpec statement(String sql, @Nullable Long viewer) {
        return jdbc.sql(sql).param("now", Timestamp.from(clock.instant())).param("viewer", viewer, Types.BIGINT);
    }

    /** The visits around a place that are ahead or on, soonest first. */
    public Coming around(long place, int kilometres, @Nullable Long viewer, int shown) {
        record Row(boolean wished, @Nullable VisitCard card) {}
        List<Row> rows = statement(NEAR, viewer)
                .param("place", place)
                .param("within", kilometres)
                .param("limit", MANY)
                .query((row, n) -> new Row(
                        row.getBoolean("wished"), row.getObject("id") == null ? null : VisitCard.read(row, true)))
                .list();
        List<VisitCard> near =
                rows.stream().map(Row::card).filter(Objects::nonNull).toList();
        return new Coming(
                near.size(),
                viewer == null ? List.of() : near.stream().limit(shown).toList(),
                rows.get(0).wished());
    }

    /** The visits of somebody that are ahead or on, soonest first; for strangers none. */
    public List<VisitCard> of(long librarian, @Nullable Long viewer) {
        if (viewer == null) {
            return List.of();
        }
        return statement(
                        ONE + " where v.librarian_id = :librarian and " + VisitCard.TO_COME + " and " + Sight.OF_VIEWER
                                + " order by v.first_day limit :limit",
                        viewer)
                .param("librarian", librarian)
                .param("limit", MANY)
                .query((row, n) -> VisitCard.read(row, false))
                .list();
    }

    Optional<VisitCard> find(long id, long viewer) {
        return statement(ONE + " where v.id = :id and " + Sight.OF_VIEWER, viewer)
                .param("id", id)
                .query((row, n) -> VisitCard.read(row, false))
                .optional();
    }
}
