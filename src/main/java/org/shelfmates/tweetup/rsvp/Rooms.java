package org.shelfmates.tweetup.rsvp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.shelfmates.tweetup.Tweetup;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads who has and who waits for places. Only for whoever holds the tweetup's row: what is read is exact until the
 * transaction ends. What the session of Hibernate has not written yet is not seen.
 */
@Component
class Rooms {

    private final JdbcClient jdbc;

    Rooms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Room of(Tweetup tweetup) {
        record Space(long part, Integer capacity, long taken) {}
        List<Space> spaces = jdbc.sql("""
                        select 0 as part, null::integer as capacity, coalesce(sum(1 + companions), 0) as taken
                        from rsvp where tweetup_id = :id and standing = 'CONFIRMED'
                        union all
                        select p.id, p.capacity, (
                            select coalesce(sum(1 + r.companions), 0) from rsvp_part rp join rsvp r on r.id = rp.rsvp_id
                            where rp.part_id = p.id and r.standing = 'CONFIRMED')
                        from part p where p.tweetup_id = :id""")
                .param("id", tweetup.id())
                .query((row, n) ->
                        new Space(row.getLong("part"), (Integer) row.getObject("capacity"), row.getLong("taken")))
                .list();
        Room room = new Room(tweetup.capacity(), spaces.get(0).taken());
        spaces.stream().skip(1).forEach(space -> room.part(space.part(), space.capacity(), space.taken()));
        return room;
    }

    /** A party in the waiting list. */
    record Waiting(long rsvpId, long turn, int size, Set<Long> parts) {}

    /** The next in the waiting list, in order. */
    List<Waiting> waiting(long tweetupId, long afterTurn, int count) {
        return jdbc.sql("""
                        select r.id, r.turn, 1 + r.companions as size,
                            coalesce((select array_agg(part_id) from rsvp_part where rsvp_id = r.id), '{}') as parts
                        from rsvp r where r.tweetup_id = :id and r.standing = 'WAITING' and r.turn > :turn
                        order by r.turn limit :count""")
                .param("id", tweetupId)
                .param("turn", afterTurn)
                .param("count", count)
                .query((row, n) -> new Waiting(row.getLong("id"), row.getLong("turn"), row.getInt("size"), parts(row)))
                .list();
    }

    private static Set<Long> parts(ResultSet row) throws SQLException {
        return Set.of((Long[]) row.getArray("parts").getArray());
    }

    /** Forgets the places and turns of guests who did not confirm in time. @return whether there were any */
    boolean endHolds(long tweetupId, Instant now) {
        return jdbc.sql("delete from rsvp where tweetup_id = ? and held_until <= ?")
                        .params(tweetupId, Timestamp.from(now))
                        .update()
                > 0;
    }
}
