package org.shelfmates.venue.appeal;

import java.sql.Types;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.venue.Cost;
import org.shelfmates.venue.Quote;
import org.shelfmates.venue.VenueCard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Venues of the directory to choose from in forms: some near a place, with what each would cost a party. */
@Service
@Transactional(readOnly = true)
public class VenueChoices {

    private static final int SHOWN = 12;
    private static final int NEAR = 25;

    /** The places around come from an index, and their venues from another: only those are sorted. */
    private static final String SQL = """
            with here as (select position as at from place where id = :place),
            near as materialized (
                select id, position <-> (select at from here) as chord from place
                where position <@ cube_enlarge((select at from here), chord_of(:within), 3)
                    and position <-> (select at from here) <= chord_of(:within))
            select %s, kilometres_of(n.chord) as kilometres
            from near n join venue v on v.place_id = n.id and v.merged_into is null join place p on p.id = v.place_id
            where v.name ilike :name and (cast(:room as integer) is null or v.capacity is null or v.capacity >= :room)
            order by %s nulls last, n.chord, v.id limit :limit""".formatted(VenueCard.COLUMNS, Cost.TOTAL);

    private final JdbcClient jdbc;

    VenueChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A venue to choose.
     *
     * @param quote what it costs the party; where nobody knows how many they are, what it costs {@link Cost#PEOPLE}
     */
    public record Choice(VenueCard venue, Quote quote) {}

    /**
     * Twelve at most, cheapest and then nearest first; what they cost nobody knows comes last.
     *
     * @param people how many have to fit in, or null
     * @param name what they are to be called, may be empty
     */
    public List<Choice> near(long place, @Nullable Integer people, int hours, String name) {
        String like = name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        int reckoned = people == null ? Cost.PEOPLE : people;
        return jdbc.sql(SQL)
                .param("place", place)
                .param("within", NEAR)
                .param("name", "%" + like + "%")
                .param("room", people, Types.INTEGER)
                .param("people", reckoned)
                .param("hours", hours)
                .param("limit", SHOWN)
                .query((row, n) -> choice(VenueCard.read(row, true), reckoned, hours))
                .list();
    }

    /** The same, with the one that somebody chose before them where it is none of them, or null. */
    List<Choice> near(long place, @Nullable Integer people, int hours, String name, @Nullable VenueCard chosen) {
        List<Choice> near = near(place, people, hours, name);
        if (chosen == null || near.stream().anyMatch(one -> one.venue().id() == chosen.id())) {
            return near;
        }
        Choice first = choice(chosen, people == null ? Cost.PEOPLE : people, hours);
        return Stream.concat(Stream.of(first), near.stream()).toList();
    }

    private static Choice choice(VenueCard venue, int people, int hours) {
        return new Choice(venue, venue.cost().of(people, hours));
    }
}
