package org.shelfmates.librarian.wish;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.shelfmates.librarian.Sight;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps wishes for company, and ends those that have come true. */
@Service
public class Wishes {

    /** How many make company. */
    public static final int ENOUGH = 3;

    /** Within how many kilometres. */
    public static final int WITHIN = 25;

    /** So many at a time: whoever was not looked at comes first the next time. */
    private static final int AT_ONCE = 500;

    /** How many live near {@code place p} as {@code :viewer} sees it, {@value #ENOUGH} at most. */
    private static final String NEAR = """
            (select count(*) from (
                select from place n join librarian l on l.place_id = n.id
                where n.position <@ cube_enlarge(p.position, chord_of(:within), 3)
                    and n.position <-> p.position <= chord_of(:within) and %s
                limit :enough) one)""".formatted(Sight.OF_VIEWER);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Wishes(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param near how many librarians live near, {@value Wishes#ENOUGH} at most
     * @param wished whether the viewer wants to be told when there are that many
     */
    public record Company(int near, boolean wished) {

        public boolean lacking() {
            return near < ENOUGH;
        }
    }

    /** Once: a second time changes nothing. */
    @Transactional
    void wish(long place, long librarian) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("insert into place_wish (place_id, librarian_id, wished_at, checked_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(place, librarian, now, now)
                .update();
    }

    @Transactional
    void unwish(long place, long librarian) {
        jdbc.sql("delete from place_wish where place_id = ? and librarian_id = ?")
                .params(place, librarian)
                .update();
    }

    private record Wish(long placeId, long librarianId, Timestamp wishedAt) {}

    /**
     * Ends the wishes that have come true, however that came about: by signing up, by moving, by an import. Two at once end
     * each of them once.
     */
    @Transactional
    public void grant() {
        List<Wish> come = jdbc.sql("""
                        with turn as (
                            select w.place_id, w.librarian_id from place_wish w
                            order by w.checked_at, w.place_id, w.librarian_id limit :some for update skip locked),
                        looked as (
                            update place_wish w set checked_at = :now from turn s
                            where w.place_id = s.place_id and w.librarian_id = s.librarian_id
                            returning w.place_id, w.librarian_id, w.wished_at)
                        select w.* from looked w join place p on p.id = w.place_id where\s""" + NEAR.replace(":viewer", "w.librarian_id") + " >= :enough")
                .param("some", AT_ONCE)
                .param("now", Timestamp.from(clock.instant()))
                .param("within", WITHIN)
                .param("enough", ENOUGH)
                .query(Wish.class)
                .list();
        forget(come);
        for (Wish wish : come) {
            events.publishEvent(new ThreeOfUs(
                    wish.placeId(), wish.librarianId(), wish.wishedAt().toInstant()));
        }
    }

    private void forget(List<Wish> wishes) {
        if (!wishes.isEmpty()) {
            jdbc.sql("""
                            delete from place_wish w using unnest(array[:places], array[:librarians]) as come (place, librarian)
                            where w.place_id = come.place and w.librarian_id = come.librarian""")
                    .param("places", wishes.stream().map(Wish::placeId).toList())
                    .param("librarians", wishes.stream().map(Wish::librarianId).toList())
                    .update();
        }
    }
}
