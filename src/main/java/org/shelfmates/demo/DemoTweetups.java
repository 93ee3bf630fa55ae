package org.shelfmates.demo;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.Slug;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the demo's tweetups, each with its planners, answers and thread. */
class DemoTweetups {

    private static final int DAY = 86_400;

    private final JdbcTemplate jdbc;
    private final Diary diary;
    private final DemoPolls polls;

    DemoTweetups(JdbcTemplate jdbc, Diary diary) {
        this.jdbc = jdbc;
        this.diary = diary;
        polls = new DemoPolls(jdbc, diary);
    }

    private record Place(long id, ZoneId zone) {}

    /** @param starts null before there is a date; then so is ends */
    private record Dated(
            long id,
            ZoneId zone,
            Instant begun,
            @Nullable Instant starts,
            @Nullable Instant ends) {}

    void write(Script.Meeting meeting) {
        Dated dated = tweetup(meeting);
        jdbc.batchUpdate(
                "insert into planner (tweetup_id, librarian_id)"
                        + " values (?, (select id from account where handle = ?))",
                meeting.planners().stream()
                        .map(handle -> new Object[] {dated.id(), handle})
                        .toList());
        answers(dated, "GOING", meeting.going(), meeting.capacity());
        answers(dated, "MAYBE", meeting.maybe(), null);
        answers(dated, "NOT_GOING", meeting.away(), null);
        comments(dated, meeting);
        polls.write(dated.id(), dated.zone(), dated.begun(), meeting);
        if (meeting.recap() != null && dated.ends() != null) {
            jdbc.update(
                    "insert into recap (tweetup_id, body, written_by, written_at, version)"
                            + " values (?, ?, (select id from account where handle = ?), ?, 1)",
                    dated.id(),
                    meeting.recap(),
                    meeting.planners().get(0),
                    Diary.sql(dated.ends().plusSeconds(DAY)));
        }
    }

    private Dated tweetup(Script.Meeting meeting) {
        Place place = place(meeting.place());
        Instant begun = diary.ago(-meeting.begun(), place.zone());
        Instant starts = null;
        Instant ends = null;
        if (meeting.day() != null) {
            starts = diary.at(meeting.day(), Objects.requireNonNull(meeting.from()), place.zone());
            ends = starts.plusSeconds(Math.round(3600 * Objects.requireNonNull(meeting.hours())));
        }
        Long id = jdbc.queryForObject(
                """
                insert into tweetup (slug, title, plan, state, group_id, place_id, venue, starts_at, ends_at, zone,
                    capacity, free, step_free, created_at)
                values (?, ?, ?, ?, (select id from city_group where slug = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)
                returning id""",
                Long.class,
                Slug.ascii(meeting.title(), 60),
                meeting.title(),
                meeting.plan(),
                Objects.requireNonNullElse(meeting.state(), "SCHEDULED"),
                meeting.group(),
                place.id(),
                Objects.requireNonNullElse(meeting.venue(), ""),
                timestamp(starts),
                timestamp(ends),
                place.zone().getId(),
                meeting.capacity(),
                Boolean.TRUE.equals(meeting.free()),
                Boolean.TRUE.equals(meeting.stepFree()),
                Diary.sql(begun));
        return new Dated(Objects.requireNonNull(id), place.zone(), begun, starts, ends);
    }

    private Place place(String address) {
        String[] parts = address.split("/");
        return Objects.requireNonNull(jdbc.queryForObject(
                "select id, zone from place where country = upper(?) and slug = ?",
                (row, n) -> new Place(row.getLong("id"), ZoneId.of(row.getString("zone"))),
                parts[0],
                parts[1]));
    }

    /** @param capacity whoever asks after so many others waits; null where nobody does */
    private void answers(
            Dated dated, String answer, @Nullable Map<String, @Nullable String> people, @Nullable Integer capacity) {
        if (people == null || dated.starts() == null) {
            return;
        }
        boolean going = answer.equals("GOING");
        List<Instant> moments = diary.between(dated.begun(), eve(dated), people.size(), dated.zone());
        List<Object[]> rows = new ArrayList<>();
        people.forEach((handle, note) -> {
            boolean room = capacity == null || rows.size() < capacity;
            rows.add(new @Nullable Object[] {
                dated.id(),
                handle,
                answer,
                going ? (room ? "CONFIRMED" : "WAITING") : null,
                going,
                Objects.requireNonNullElse(note, ""),
                Diary.sql(moments.get(rows.size()))
            });
        });
        jdbc.batchUpdate("""
                insert into rsvp (tweetup_id, librarian_id, answer, standing, turn, note, answered_at)
                values (?, (select id from account where handle = ?), ?, ?,
                    case when ? then nextval('rsvp_turn') else 0 end, ?, ?)""", rows);
    }

    private void comments(Dated dated, Script.Meeting meeting) {
        List<Script.Remark> before = Objects.requireNonNullElse(meeting.comments(), List.of());
        List<Script.Remark> after = Objects.requireNonNullElse(meeting.afterwards(), List.of());
        List<Instant> moments = new ArrayList<>();
        moments.addAll(diary.between(dated.begun(), eve(dated), before.size(), dated.zone()));
        if (!after.isEmpty()) {
            Instant end = Objects.requireNonNull(dated.ends());
            moments.addAll(diary.between(end, end.plusSeconds(5 * DAY), after.size(), dated.zone()));
        }
        if (!moments.isEmpty()) {
            List<Script.Remark> all = new ArrayList<>(before);
            all.addAll(after);
            thread(dated.id(), all, moments);
        }
    }

    /** A day before it starts: an answer or a comment may still move by some hours, out of the night. */
    private static Instant eve(Dated dated) {
        return dated.starts() == null ? Instant.MAX : dated.starts().minusSeconds(DAY);
    }

    private void thread(long tweetup, List<Script.Remark> remarks, List<Instant> moments) {
        Long thread = jdbc.queryForObject(
                "insert into thread (subject) values (?) returning id", Long.class, "tweetup:" + tweetup);
        List<Long> ids = new ArrayList<>();
        for (Script.Remark remark : remarks) {
            Long parent = remark.re() == null ? null : ids.get(remark.re() - 1);
            ids.add(jdbc.queryForObject(
                    """
                    insert into comment (id, thread_id, parent_id, path, author_id, body, created_at)
                    select id, ?, ?, coalesce((select path from comment where comment.id = ?), '{}') || id,
                        (select id from account where handle = ?), ?, ?
                    from nextval('comment_seq') as id
                    returning id""",
                    Long.class,
                    thread,
                    parent,
                    parent,
                    remark.by(),
                    remark.says(),
                    Diary.sql(moments.get(ids.size()))));
        }
        // who wrote has read what was there by then, as after posting it on the page
        jdbc.update("""
                insert into subscription (thread_id, librarian_id, looked, wrote)
                select thread_id, author_id, int4multirange(int4range(1, max(position) + 1)), max(position)
                from comment where thread_id = ? group by thread_id, author_id
                on conflict (librarian_id, thread_id) do update set looked = excluded.looked, wrote = excluded.wrote""", thread);
        jdbc.update("""
                update subscription s set asked = c.position
                from (select above.author_id, max(c.position) as position
                    from comment c join comment above on above.id = c.parent_id and above.author_id <> c.author_id
                    where c.thread_id = ? group by above.author_id) c
                where s.thread_id = ? and s.librarian_id = c.author_id""", thread, thread);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Diary.sql(moment);
    }
}
