package org.shelfmates.group;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Sector;
import org.shelfmates.librarian.Sight;
import org.shelfmates.place.Coordinates;
import org.shelfmates.place.MapDrawing.Marker;
import org.shelfmates.place.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who belongs to a group, for its page: by one statement, since all of it is counted of the same people. */
@Service
@Transactional(readOnly = true)
public class Makeups {

    private static final int PEOPLE = 6;
    private static final int PLACES = 100;

    private static final String PERSON = """
            select '%1$s' as what, l.id as person_id, a.handle, l.name as person_name,
                case when is_for_everyone('WORK', l.audience) then l.work else '' end as work, s.joined_at, null as word,
                null as country, null::double precision as latitude, null::double precision as longitude, 0::bigint as people
            from (select * from seen where %2$s limit %3$d) s
            join librarian l on l.id = s.librarian_id join account a on a.id = l.id
            """;

    private static final String SQL = """
            with seen as materialized (
                select m.librarian_id, m.organiser, m.joined_at, l.place_id, l.sectors
                from membership m join librarian l on l.id = m.librarian_id
                where m.group_id = :group and\s""" + Audience.SEEN + " and " + Sight.OF_VIEWER + ") "
            + PERSON.formatted("ORGANISER", "organiser order by joined_at, librarian_id", PEOPLE)
            + " union all "
            + PERSON.formatted("NEWEST", "not organiser order by joined_at desc, librarian_id desc", PEOPLE)
            + """
             union all select 'SECTOR', null, null, null, null, null, sector, null, null, null, count(*)
                from seen cross join unnest(sectors) sector group by sector
            union all select 'PLACE', null, p.slug, p.name, null, null, null, p.country, p.latitude, p.longitude, h.people
                from (select place_id, count(*) as people from seen group by place_id order by 2 desc, 1 limit :places) h
                join place p on p.id = h.place_id
            order by people desc, joined_at, person_name""";

    private final JdbcClient jdbc;

    Makeups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param viewer who looks, or null */
    public Makeup of(long group, @Nullable Long viewer) {
        List<Member> organisers = new ArrayList<>();
        List<Member> newest = new ArrayList<>();
        List<Makeup.Mix> sectors = new ArrayList<>();
        List<Marker> origins = new ArrayList<>();
        jdbc.sql(SQL)
                .param("group", group)
                .param("viewer", viewer, Types.BIGINT)
                .param("places", PLACES)
                .query((ResultSet row) -> {
                    switch (row.getString("what")) {
                        case "ORGANISER" -> organisers.add(member(row, true));
                        case "NEWEST" -> newest.add(0, member(row, false));
                        case "SECTOR" ->
                            sectors.add(new Makeup.Mix(Sector.valueOf(row.getString("word")), row.getInt("people")));
                        default -> origins.add(origin(row));
                    }
                });
        return new Makeup(organisers, newest, sectors, origins);
    }

    private static Member member(ResultSet row, boolean organiser) throws SQLException {
        return new Member(
                Person.of(row),
                row.getString("work"),
                organiser,
                row.getTimestamp("joined_at").toInstant());
    }

    private static Marker origin(ResultSet row) throws SQLException {
        return new Marker(
                row.getString("person_name"),
                Place.pathOf(row.getString("country"), row.getString("handle")),
                new Coordinates(row.getDouble("latitude"), row.getDouble("longitude")),
                row.getInt("people"));
    }
}
