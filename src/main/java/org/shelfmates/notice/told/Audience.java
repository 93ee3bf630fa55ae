package org.shelfmates.notice.told;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shelfmates.notice.Telling;
import org.shelfmates.tweetup.Attendance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has to do with a tweetup, as things are now. */
@Component
class Audience {

    private final JdbcClient jdbc;

    Audience(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Some of both. */
    record People(Set<Long> librarians, Set<Long> guests) {

        People and(Collection<Long> others) {
            Set<Long> all = new LinkedHashSet<>(librarians);
            all.addAll(others);
            return new People(all, guests);
        }

        People and(People others) {
            Set<Long> all = new LinkedHashSet<>(guests);
            all.addAll(others.guests);
            return new People(and(others.librarians).librarians, all);
        }

        People without(Collection<Long> some) {
            Set<Long> fewer = new LinkedHashSet<>(guests);
            fewer.removeAll(some);
            return new People(librarians, fewer);
        }
    }

    private record Row(@Nullable Long librarianId, @Nullable Long guestId) {}

    /** Who has a place, or waits for one, or may come. */
    People answered(long tweetup) {
        return of("answer <> 'NOT_GOING' and held_until is null", tweetup);
    }

    /** Who has a place. */
    People confirmed(long tweetup) {
        return of("standing = 'CONFIRMED' and held_until is null", tweetup);
    }

    /** Who was there. */
    Set<Long> came(long tweetup) {
        return of(Attendance.came("rsvp"), tweetup).librarians();
    }

    /** @param which a condition of ours on the table {@code rsvp} */
    private People of(String which, long tweetup) {
        return people("select librarian_id, guest_id from rsvp where tweetup_id = ? and " + which, tweetup);
    }

    private People people(String sql, long tweetup) {
        List<Row> rows = jdbc.sql(sql).param(tweetup).query(Row.class).list();
        Set<Long> librarians = new LinkedHashSet<>();
        Set<Long> guests = new LinkedHashSet<>();
        rows.stream().map(Row::librarianId).filter(Objects::nonNull).forEach(librarians::add);
        rows.stream().map(Row::guestId).filter(Objects::nonNull).forEach(guests::add);
        return new People(librarians, guests);
    }

    List<Long> planners(long tweetup) {
        return ids("select librarian_id from planner where tweetup_id = ?", tweetup);
    }

    /** Librarians who answered one of its polls. */
    List<Long> voters(long tweetup) {
        return ids(
                "select distinct v.librarian_id from vote v join poll_option o on o.id = v.option_id"
                        + " join poll p on p.id = o.poll_id where p.tweetup_id = ? and v.librarian_id is not null",
                tweetup);
    }

    /** Who answered one of its polls. */
    People voted(long tweetup) {
        return people("""
                select distinct v.librarian_id, v.guest_id from vote v join poll_option o on o.id = v.option_id
                join poll p on p.id = o.poll_id where p.tweetup_id = ?""", tweetup);
    }

    /** Guests who can come to the date that was chosen, and are asked by {@code BallotMails} whether they do. */
    List<Long> askedToCome(long tweetup) {
        return ids("""
                select v.guest_id from tweetup t join poll p on p.tweetup_id = t.id
                join poll_option o on o.poll_id = p.id and o.chosen and o.starts_at = t.starts_at
                join vote v on v.option_id = o.id and v.guest_id is not null and v.answer <> 'NO'
                where t.id = ? and not exists (select from rsvp r
                    where r.tweetup_id = t.id and r.guest_id = v.guest_id and r.held_until is null)""", tweetup);
    }

    /** The members of the group that plans it; none where no group does. */
    List<Long> group(long tweetup) {
        return ids(
                "select m.librarian_id from membership m join tweetup t on t.group_id = m.group_id where t.id = ?",
                tweetup);
    }

    private List<Long> ids(String sql, long id) {
        return jdbc.sql(sql).param(id).query(Long.class).list();
    }

    /** @return null where it is not known who did it */
    Telling.@Nullable Actor actor(@Nullable Long librarian) {
        if (librarian == null) {
            return null;
        }
        String name = jdbc.sql("select name from librarian where id = ?")
                .param(librarian)
                .query(String.class)
                .optional()
                .orElse("");
        return new Telling.Actor(librarian, name);
    }
}
