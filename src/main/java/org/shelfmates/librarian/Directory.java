package org.shelfmates.librarian;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Coordinates;
import org.shelfmates.place.Place;
import org.shelfmates.web.PageKey;
import org.shelfmates.web.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds librarians. */
@Service
@Transactional(readOnly = true)
public class Directory {

    /** How many columns a list by distance, and one by newest, is sorted by. */
    private static final int BY_DISTANCE = 3;

    private static final int BY_NEWEST = 1;

    /**
     * By distance, then place, then id. All who live in a place are equally far, so the places within reach are taken
     * from the index first (there are hundreds at most) and from each no more librarians than the page holds.
     */
    private static final String NEAR = """
            with here as (select position as at from place where id = :place),
            near as materialized (
                select id, name, slug, country, position <-> (select at from here) as chord
                from place
                where position <@ cube_enlarge((select at from here), chord_of(:within), 3)
                    and position <-> (select at from here) <= chord_of(:within)
                    and (position <-> (select at from here), id) >= (:chord, :fromPlace))
            select %s, kilometres_of(p.chord) as kilometres, p.chord, p.id as place_id
            from near p cross join lateral (
                select * from librarian l
                where l.place_id = p.id and (p.chord, p.id, l.id) > (:chord, :fromPlace, :fromId)%s
                order by l.id limit :limit) l
            join account a on a.id = l.id
            order by p.chord, p.id, l.id limit :limit""";

    private static final String NEWEST = """
            select %s
            from librarian l join account a on a.id = l.id join place p on p.id = l.place_id
            where l.id < :fromId%s
            order by l.id desc limit :limit""";

    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param next the key of the page after this one, or null at the end */
    public record Found(
            List<LibrarianCard> librarians, @Nullable PageKey next) {}

    /**
     * The librarians that a filter lets through: nearest first where it names a place, else newest first.
     *
     * @param key where the page begins, or null for the first
     * @param viewer whose interests are compared, or null
     * @param size how many to a page
     */
    public Found find(DirectoryFilter filter, @Nullable String key, @Nullable Long viewer, int size) {
        return filter.place() == null
                ? newest(filter, PageKey.parse(key, BY_NEWEST), viewer, size)
                : near(filter, PageKey.parse(key, BY_DISTANCE), viewer, size);
    }

    private Found near(DirectoryFilter filter, @Nullable PageKey key, @Nullable Long viewer, int size) {
        List<Row> rows = statement(NEAR, filter, viewer)
                .param("place", filter.place())
                .param("within", filter.within())
                .param("chord", key == null ? -1.0 : key.decimal(0))
                .param("fromPlace", key == null ? 0 : key.number(1))
                .param("fromId", key == null ? 0 : key.number(2))
                .param("limit", size + 1)
                .query((row, n) -> Row.near(row))
                .list();
        return page(rows, size);
    }

    private Found newest(DirectoryFilter filter, @Nullable PageKey key, @Nullable Long viewer, int size) {
        List<Row> rows = statement(NEWEST, filter, viewer)
                .param("fromId", key == null ? Long.MAX_VALUE : key.number(0))
                .param("limit", size + 1)
                .query((row, n) -> Row.newest(row))
                .list();
        return page(rows, size);
    }

    private StatementSpec statement(String sql, DirectoryFilter filter, @Nullable Long viewer) {
        List<String> conditions = new ArrayList<>();
        conditions.add(" and " + Sight.OF_VIEWER);
        if (filter.sector() != null) {
            conditions.add(" and :sector = any (l.sectors)");
        }
        if (!DirectoryFilter.blank(filter.interest())) {
            conditions.add(" and l.interests @> array[:interest]::text[]");
        }
        if (!DirectoryFilter.blank(filter.q())) {
            conditions.add(" and l.words @@ websearch_to_tsquery('words', :q)");
        }
        return jdbc.sql(sql.formatted(LibrarianCards.COLUMNS, String.join("", conditions)))
                .param("viewer", viewer, java.sql.Types.BIGINT)
                .param(
                        "sector",
                        filter.sector() == null ? null : filter.sector().name())
                .param("interest", filter.interest() == null ? null : Slug.of(filter.interest()))
                .param("q", filter.q());
    }

    private record Row(LibrarianCard card, PageKey key) {

        static Row near(ResultSet row) throws SQLException {
            return new Row(
                    LibrarianCards.read(row, true),
                    PageKey.of(row.getDouble("chord"), row.getLong("place_id"), row.getLong("person_id")));
        }

        static Row newest(ResultSet row) throws SQLException {
            return new Row(LibrarianCards.read(row, false), PageKey.of(row.getLong("person_id")));
        }
    }

    private static Found page(List<Row> rows, int size) {
        boolean more = rows.size() > size;
        List<Row> shown = more ? rows.subList(0, size) : rows;
        return new Found(
                shown.stream().map(Row::card).toList(),
                more ? shown.get(shown.size() - 1).key() : null);
    }

    /**
     * Where people live around a place.
     *
     * @param librarians how many live there
     */
    public record Inhabited(String name, String path, Coordinates at, int librarians) {}

    /** The places within {@code kilometres} of a place where librarians live, the place itself too. */
    public List<Inhabited> inhabitedNear(Place place, double kilometres) {
        return jdbc.sql("""
                        select p.name, p.slug, p.country, p.latitude, p.longitude, count(*) as librarians
                        from place p join librarian l on l.place_id = p.id
                        where p.position <@ cube_enlarge(earth_position(:latitude, :longitude), chord_of(:within), 3)
                            and p.position <-> earth_position(:latitude, :longitude) <= chord_of(:within)
                        group by p.id order by librarians desc, p.id""")
                .param("latitude", place.latitude())
                .param("longitude", place.longitude())
                .param("within", kilometres)
                .query((row, n) -> new Inhabited(
                        row.getString("name"),
                        Place.pathOf(row.getString("country"), row.getString("slug")),
                        new Coordinates(row.getDouble("latitude"), row.getDouble("longitude")),
                        row.getInt("librarians")))
                .list();
    }

    /** The librarian who lives nearest to a place, however far. */
    public Optional<LibrarianCard> nearest(Place place) {
        return jdbc.sql("""
                        select %s, kilometres_of(p.chord) as kilometres
                        from (select *, position <-> earth_position(:latitude, :longitude) as chord from place
                              where exists (select from librarian where place_id = place.id)
                              order by position <-> earth_position(:latitude, :longitude) limit 1) p
                        join lateral (select * from librarian where place_id = p.id order by id limit 1) l on true
                        join account a on a.id = l.id""".formatted(LibrarianCards.COLUMNS))
                .param("viewer", null, java.sql.Types.BIGINT)
                .param("latitude", place.latitude())
                .param("longitude", place.longitude())
                .query((row, n) -> LibrarianCards.read(row, true))
                .optional();
    }
}
