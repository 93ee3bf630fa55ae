package org.shelfmates.tweetup.rsvp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Sight;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.WrongStateException;
import org.shelfmates.web.PageKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What planners keep of who answered: everybody, who came, and people who have no computer. */
@Service
class Register {

    /** How many are read at a time of those that a file gets. */
    private static final int PIECE = 1_000;

    private final JdbcClient jdbc;
    private final Plans plans;
    private final Answering answering;
    private final Clock clock;

    Register(JdbcClient jdbc, Plans plans, Answering answering, Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.answering = answering;
        this.clock = clock;
    }

    /**
     * A line of the register.
     *
     * @param path of the profile; guests have none
     * @param state {@code CONFIRMED}, {@code WAITING}, {@code MAYBE}, {@code NOT_GOING}, or {@code HELD} for a guest who has
     *     not confirmed yet
     * @param email only of those who said that planners may see it, else empty
     * @param attended whether they came; null where nobody has said so
     */
    record Entry(
            long id,
            String name,
            @Nullable String path,
            String state,
            int companions,
            String parts,
            String note,
            String email,
            @Nullable Boolean attended) {}

    /** @param next the key of the page after this one, or null at the end */
    record Listing(List<Entry> entries, @Nullable PageKey next) {}

    /** For planners: who calls it has asked {@link Plans} before. */
    @Transactional(readOnly = true)
    Listing list(long tweetupId, long planner, @Nullable PageKey key, int size) {
        List<Entry> entries = jdbc.sql("""
                        select r.id, coalesce(l.name, g.name, '') as name, a.handle, r.companions,
                            case when l.id is null and g.id is null then '' else r.note end as note, r.attended,
                            case when r.held_until is not null then 'HELD' else coalesce(r.standing, r.answer) end as state,
                            case when r.share_email then coalesce(a.email, g.email) end as email,
                            (select string_agg(part.name, ', ' order by part.position)
                             from rsvp_part rp join part on part.id = rp.part_id where rp.rsvp_id = r.id) as parts
                        from rsvp r left join librarian l on l.id = r.librarian_id and\s""" + Sight.OF_VIEWER + """
                         left join account a on a.id = l.id
                        left join guest g on g.id = r.guest_id
                        where r.tweetup_id = :tweetup and r.id > :after order by r.id limit :limit""")
                .param("tweetup", tweetupId)
                .param("viewer", planner)
                .param("after", key == null ? 0 : key.number(0))
                .param("limit", size + 1)
                .query((row, n) -> entry(row))
                .list();
        boolean more = entries.size() > size;
        List<Entry> shown = more ? entries.subList(0, size) : entries;
        return new Listing(shown, more ? PageKey.of(shown.get(size - 1).id()) : null);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String handle = row.getString("handle");
        return new Entry(
                row.getLong("id"),
                row.getString("name"),
                handle == null ? null : Person.pathOf(handle),
                row.getString("state"),
                row.getInt("companions"),
                Objects.toString(row.getString("parts"), ""),
                row.getString("note"),
                Objects.toString(row.getString("email"), ""),
                (Boolean) row.getObject("attended"));
    }

    /** As {@link #list}, all of them, however many. */
    @Transactional(readOnly = true)
    List<Entry> all(long tweetupId, long planner) {
        List<Entry> all = new ArrayList<>();
        PageKey next = null;
        do {
            Listing piece = list(tweetupId, planner, next, PIECE);
            all.addAll(piece.entries());
            next = piece.next();
        } while (next != null);
        return all;
    }

    /**
     * Notes who came.
     *
     * @param shown the RSVPs that the form had
     * @param came those of them whose people were there
     * @throws WrongStateException before it has a date
     */
    @Transactional
    void attendance(long tweetupId, long planner, List<Long> shown, List<Long> came) {
        plans.forChange(tweetupId, planner).requireDate(clock.instant());
        jdbc.sql(
                        "update rsvp set attended = id = any(:came::bigint[]) where tweetup_id = :tweetup and id = any(:shown::bigint[])")
                .param("came", array(came))
                .param("shown", array(shown))
                .param("tweetup", tweetupId)
                .update();
    }

    private static String array(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    /** Adds somebody by name, who has no computer or came unannounced. */
    @Transactional
    void add(long tweetupId, long planner, String name, int companions) {
        long guest = jdbc.sql("insert into guest (name, created_at) values (?, ?) returning id")
                .params(name, Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        answering.add(tweetupId, guest, companions, planner);
    }
}
