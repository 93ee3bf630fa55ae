package org.shelfmates.group;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

/**
 * Who belongs to a group, for its page, by one statement. However many they are: how many they are is kept in
 * {@code group_tally}, by what strangers and members see of them.
 */
@Service
@Transactional(readOnly = true)
public class Makeups {

    private static final int PEOPLE = 6;
    private static final int PLACES = 100;

    /** Among how many those who are shown are looked for, where many of them are not to be seen. */
    private static final int LOOKED_AT = 500;

    private static final String PERSON = """
            (select '%1$s' as what, l.id as person_id, a.handle, l.name as person_name,
                case when is_for_everyone('WORK', l.audience) then l.work else '' end as work, m.joined_at, null as word,
                null as country, null::double precision as latitude, null::double precision as longitude, 0::bigint as people
            from (select * from membership m where group_id = :group order by %2$s limit %3$d) m
            join librarian l on l.id = m.librarian_id join account a on a.id = l.id
            where %4$s m.organiser and """ + Audience.SEEN + " and " + Sight.OF_VIEWER + " order by %2$s limit %5$d)";

    /**
     * What the group's tallies say is right but for two: those who have blocked the viewer, and the viewer, who sees that they
     * are a member themselves.
     */
    private static final String COUNTED = """
            counted as (
                select sector, place_id, sum(people) as people from (
                    select t.sector, t.place_id, t.people from group_tally t
                    where t.group_id = :group and (cast(:viewer as bigint) is not null or not t.hidden)
                        and t.audience = any(:audiences)
                    union all
                    select what.sector, what.place_id, x.change
                    from (
                        select m.librarian_id, -1 as change from block b
                        join membership m on m.group_id = :group and m.librarian_id = b.blocker_id
                        where b.blocked_id = :viewer and %s
                        union all
                        select m.librarian_id, 1 from membership m
                        where m.group_id = :group and m.librarian_id = :viewer
                            and m.audience = 'ORGANISERS' and not m.organiser) x
                    join librarian l on l.id = x.librarian_id cross join lateral (
                        select sector, null::bigint as place_id from unnest(l.sectors) sector
                        union all select null, l.place_id) what) t
                group by sector, place_id having sum(people) > 0)""".formatted(Audience.SEEN);

    private static final String SQL = "with " + COUNTED + " "
            + PERSON.formatted("ORGANISER", "not m.organiser, m.joined_at, m.librarian_id", LOOKED_AT, "", PEOPLE)
            + " union all "
            + PERSON.formatted("NEWEST", "m.joined_at desc, m.librarian_id desc", LOOKED_AT, "not", PEOPLE)
            + """
             union all select 'SECTOR', null, null, null, null, null, sector, null, null, null, people
                from counted where sector is not null
            union all select 'PLACE', null, p.slug, p.name, null, null, null, p.country, p.latitude, p.longitude, h.people
                from (select place_id, people from counted where place_id is not null
                    order by people desc, place_id limit :places) h
                join place p on p.id = h.place_id
            order by people desc, joined_at, person_id, person_name""";

    private final JdbcClient jdbc;

    Makeups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param viewer who looks, or null */
    public Makeup of(GroupPage group, @Nullable Long viewer) {
        List<Member> organisers = new ArrayList<>();
        List<Member> newest = new ArrayList<>();
        List<Makeup.Mix> sectors = new ArrayList<>();
        List<Marker> origins = new ArrayList<>();
        jdbc.sql(SQL)
                .param("group", group.card().id())
                .param("viewer", viewer, Types.BIGINT)
                .param("audiences", audiences(group.standing()))
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

    /** Whose members the viewer sees, but for themselves. */
    private static String[] audiences(Standing viewer) {
        return Stream.of(Audience.values())
                .filter(one ->
                        one == Audience.EVERYONE || viewer.organiser() || viewer.member() && one == Audience.MEMBERS)
                .map(Audience::name)
                .toArray(String[]::new);
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
