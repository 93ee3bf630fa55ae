package org.shelfmates.tweetup.rsvp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Sight;
import org.shelfmates.tweetup.Answer;
import org.shelfmates.tweetup.Attendance;
import org.shelfmates.tweetup.PagePart;
import org.shelfmates.tweetup.Standing;
import org.shelfmates.tweetup.State;
import org.shelfmates.tweetup.TweetupPage;
import org.shelfmates.tweetup.Visibility;
import org.shelfmates.web.PageKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads who answered, and puts the first of them on the tweetup's page, beside the form for the viewer's own answer. */
@Component
class Slips implements PagePart {

    private static final int ROWS = 100;

    private final JdbcClient jdbc;

    Slips(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Object> of(TweetupPage page, @Nullable Long viewer) {
        boolean dated = page.card().startsAt() != null; // without a date nobody can answer
        Slip slip = dated ? read(page, viewer, null) : new Slip(List.of(), null);
        return Map.of("slip", slip, "moreAttendees", slip.next() != null, "rsvp", RsvpForm.of(page.mine()));
    }

    private static Visibility reader(TweetupPage page, @Nullable Long viewer) {
        if (viewer == null) {
            return Visibility.EVERYONE;
        }
        return page.plannedBy(viewer) ? Visibility.PLANNERS : Visibility.MEMBERS;
    }

    /**
     * Who comes, in order of asking; then who waits, likewise; then who may come. Only those whose name the reader may see, and
     * the viewer; guests who have not confirmed yet are nobody's to see.
     */
    @Transactional(readOnly = true)
    Slip read(TweetupPage page, @Nullable Long viewer, @Nullable PageKey key) {
        record Keyed(Slip.Row row, PageKey key) {}
        boolean over = page.card().state() == State.HAPPENED;
        List<Keyed> rows = jdbc.sql("""
                        select r.id, r.answer, r.standing, r.companions, r.answered_at,
                            case when l.id is null and g.id is null then '' else r.note end as note, r.turn, s.section,
                            a.handle, coalesce(l.name, g.name, '') as name,
                            (select string_agg(part.name, ', ' order by part.position)
                             from rsvp_part rp join part on part.id = rp.part_id where rp.rsvp_id = r.id) as parts
                        from rsvp r left join librarian l on l.id = r.librarian_id and\s""" + Sight.OF_VIEWER + """
                         left join account a on a.id = l.id
                        left join guest g on g.id = r.guest_id
                        cross join lateral (select (""" + Attendance.came("r") + """
                         ) as it) came
                        cross join lateral (select case when :over or r.standing = 'CONFIRMED' then 0
                            when r.standing = 'WAITING' then 1 else 2 end as section) s
                        where r.tweetup_id = :tweetup and r.answer <> 'NOT_GOING' and r.held_until is null
                            and (r.visible_to = any(:visible::text[]) or r.librarian_id = :viewer)
                            and (not :over or came.it)
                            and (s.section, r.turn, r.id) > (:section, :turn, :id)
                        order by s.section, r.turn, r.id limit :limit""")
                .param("tweetup", page.card().id())
                .param("visible", reader(page, viewer).seen())
                .param("viewer", viewer, Types.BIGINT)
                .param("over", over)
                .param("section", key == null ? -1 : key.number(0))
                .param("turn", key == null ? 0 : key.number(1))
                .param("id", key == null ? 0 : key.number(2))
                .param("limit", ROWS + 1)
                .query((row, n) -> new Keyed(
                        row(row, over), PageKey.of(row.getInt("section"), row.getLong("turn"), row.getLong("id"))))
                .list();
        boolean more = rows.size() > ROWS;
        List<Keyed> shown = more ? rows.subList(0, ROWS) : rows;
        return new Slip(
                shown.stream().map(Keyed::row).toList(),
                more ? shown.get(shown.size() - 1).key() : null);
    }

    private static Slip.Row row(ResultSet row, boolean over) throws SQLException {
        String handle = row.getString("handle");
        String standing = row.getString("standing");
        return new Slip.Row(
                row.getString("name"),
                handle == null ? null : Person.pathOf(handle),
                Answer.valueOf(row.getString("answer")),
                over ? Standing.CONFIRMED : standing == null ? null : Standing.valueOf(standing),
                row.getInt("companions"),
                Objects.toString(row.getString("parts"), ""),
                row.getString("note"),
                row.getTimestamp("answered_at").toInstant());
    }
}
