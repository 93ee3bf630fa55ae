package org.shelfmates.conversation.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.Level;
import org.shelfmates.conversation.Subject;
import org.shelfmates.conversation.SubjectKind.Title;
import org.shelfmates.conversation.Subjects;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PageKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads ledgers, newest comment first, and marks them read. */
@Service
public class Ledger {

    /** The comments {@code c} that a subscription {@code s} has not looked at; whose they are is still to be said. */
    private static final String UNREAD = """
            from comment c join subscription o on o.id = s.id
            where c.thread_id = s.thread_id and c.position > s.seen and not o.looked @> c.position
                and c.deleted_at is null and\s""";

    /**
     * What a reader has, from the index alone, and of each its thread. Each "offset 0" keeps the planner from reading all
     * threads that there are, or asking of all of the reader's threads what is asked of those on the page.
     */
    private static final String MINE = """
            subscription s cross join lateral (
                select subject, last_position, last_at from thread where id = s.thread_id offset 0) t
            where t.last_position > 0 and s.""";

    /** It is not told more exactly how many they are. */
    private static final int MANY_THREADS = 100;

    private final JdbcClient jdbc;
    private final Subjects subjects;

    Ledger(JdbcClient jdbc, Subjects subjects) {
        this.jdbc = jdbc;
        this.subjects = subjects;
    }

    /** @param next the key of the page after this one, or null at the end */
    public record Listing(
            List<LedgerEntry> entries, @Nullable PageKey next) {}

    private record Row(
            long thread,
            Subject subject,
            int last,
            Instant lastAt,
            @Nullable String lastBy,
            Level level,
            int unread,
            boolean waiting) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong("thread_id"),
                    Subject.of(row.getString("subject")),
                    row.getInt("last_position"),
                    row.getTimestamp("last_at").toInstant(),
                    row.getString("last_by"),
                    Level.valueOf(row.getString("level")),
                    row.getInt("unread"),
                    row.getBoolean("waiting"));
        }

        LedgerEntry entry(Title title) {
            return new LedgerEntry(thread, title, last, lastAt, lastBy, level, unread, waiting);
        }
    }

    /** By two statements, however long it is. What is gone is left out. */
    @Transactional(readOnly = true)
    public Listing read(Owner reader, Tab tab, @Nullable PageKey key, int size) {
        List<Row> rows = jdbc.sql(listing(reader, tab, key != null))
                .param("reader", reader.id())
                .param("at", key == null ? null : Timestamp.from(key.instant(0)), java.sql.Types.TIMESTAMP)
                .param("thread", key == null ? 0 : key.number(1))
                .param("limit", size + 1)
                .query((row, n) -> Row.of(row))
                .list();
        boolean more = rows.size() > size;
        List<Row> shown = more ? rows.subList(0, size) : rows;
        Map<Subject, Title> titles =
                subjects.titles(shown.stream().map(Row::subject).toList(), reader.librarian());
        return new Listing(
                shown.stream()
                        .filter(row -> titles.containsKey(row.subject()))
                        .map(row -> row.entry(Objects.requireNonNull(titles.get(row.subject()))))
                        .toList(),
                more
                        ? PageKey.of(
                                shown.get(size - 1).lastAt(),
                                shown.get(size - 1).thread())
                        : null);
    }

    private static String listing(Owner reader, Tab tab, boolean later) {
        return "select s.*, " + Waiting.SQL + " as waiting, unread.n as unread, last.name as last_by from ("
                + "select s.* from ("
                + "select s.id, s.thread_id, s.level, s.seen, s.asked, s.wrote, t.subject, t.last_position, t.last_at from "
                + MINE + reader.column() + " = :reader"
                + (later ? " and (t.last_at, s.thread_id) < (:at, :thread)" : "")
                + which(reader, tab) + " order by t.last_at desc, s.thread_id desc offset 0) s"
                + (tab == Tab.UNREAD ? " where " + hasUnread(reader) : "")
                + " order by s.last_at desc, s.thread_id desc limit :limit) s"
                + " cross join lateral (select count(*) as n from (select " + UNREAD + reader.others()
                + " limit " + LedgerEntry.MANY + ") one) unread"
                + """
                 left join lateral (
                    select coalesce(l.name, g.name) as name from comment c left join librarian l on l.id = c.author_id
                        and {shown}
                    left join guest g on g.id = c.guest_id
                    where c.thread_id = s.thread_id and c.deleted_at is null order by c.position desc limit 1) last on true
                order by s.last_at desc, s.thread_id desc""".replace("{shown}", reader.shown("l"));
    }

    /** Nothing is unread where all is read; where something is left it may be the reader's own. */
    private static String which(Owner reader, Tab tab) {
        return switch (tab) {
            case UNREAD -> " and s.level <> 'MUTED' and t.last_position > s.seen";
            case WAITING -> " and s.level <> 'MUTED' and " + Waiting.SQL;
            case QUESTIONS ->
                " and s.thread_id in (select q.thread_id from comment q where q." + reader.writer()
                        + " = :reader and q.question and q.answer_id is null and q.deleted_at is null)";
            case ALL -> "";
        };
    }

    private static String hasUnread(Owner reader) {
        return "exists (select " + UNREAD + reader.others() + " offset 0)";
    }

    /** How many threads have something unread, {@value #MANY_THREADS} at most. */
    @Transactional(readOnly = true)
    public int unread(Owner reader) {
        return jdbc.sql("select count(*) from (select from (select s.id, s.thread_id, s.seen from " + MINE
                        + reader.column() + " = :reader" + which(reader, Tab.UNREAD) + " offset 0) s where "
                        + hasUnread(reader) + " limit :many) one")
                .param("reader", reader.id())
                .param("many", MANY_THREADS)
                .query(Integer.class)
                .single();
    }

    private record Place(String subject, @Nullable Long first) {}

    /**
     * The address of the first comment of a thread that is unread, of those there are now; of the conversation where there is
     * none.
     *
     * @throws NotFoundException when there is no thread of this id, or nothing that it is about
     */
    @Transactional(readOnly = true)
    public String firstUnread(Owner reader, long thread) {
        Place place = jdbc.sql("select t.subject, first.id as first from thread t"
                        + " left join subscription s on s.thread_id = t.id and s." + reader.column() + " = :reader"
                        + " left join lateral (select c.id " + UNREAD + reader.others()
                        + " order by c.position limit 1) first on true where t.id = :thread")
                .param("reader", reader.id())
                .param("thread", thread)
                .query(Place.class)
                .optional()
                .orElseThrow(NotFoundException::new);
        Subject subject = Subject.of(place.subject());
        subjects.requireReader(subject, reader.librarian());
        if (place.first() != null) {
            return "/comments/" + place.first();
        }
        Title title = subjects.titles(List.of(subject), reader.librarian()).get(subject);
        if (title == null) {
            throw new NotFoundException();
        }
        return title.path() + "#conversation";
    }

    /**
     * Marks threads read.
     *
     * @param upTo the position of the last comment that the reader knew of, by the thread's id; what came after it stays unread
     */
    @Transactional
    public void markRead(Owner reader, Map<Long, Integer> upTo) {
        Long[] threads = upTo.keySet().toArray(Long[]::new);
        Integer[] positions = java.util.Arrays.stream(threads).map(upTo::get).toArray(Integer[]::new);
        jdbc.sql("""
                        update subscription s set looked = s.looked + known.positions
                        from (select t.id, int4multirange(int4range(1, least(u.position, t.last_position) + 1)) as positions
                            from unnest(:threads::bigint[], :positions::integer[]) as u (thread, position)
                            join thread t on t.id = u.thread) known
                        where s.thread_id = known.id and not s.looked @> known.positions and s.""" + reader.column() + " = :reader")
                .param("threads", threads)
                .param("positions", positions)
                .param("reader", reader.id())
                .update();
    }
}
