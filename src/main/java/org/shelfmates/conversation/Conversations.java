package org.shelfmates.conversation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.Markdown;
import org.shelfmates.web.PageKey;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Threads: one to a subject, begun by its first comment. A comment's path is the ids from the thread's top down to it, so
 * that sorting by path is reading order (oldest first, replies below what they answer) and any page of it one index scan.
 */
@Service
public class Conversations {

    /** How many comments pages of threads have. */
    public static final int ON_A_PAGE = 100;

    private static final int MOST_DEPTH = 200;

    /** One more than the page has, to know whether there is another. */
    private static final String PAGE = """
            select c.id, c.thread_id, c.position, c.parent_id, c.path, c.body, c.created_at,
                l.id as person_id, a.handle, l.name as person_name
            from thread t join comment c on c.thread_id = t.id
            join librarian l on l.id = c.author_id join account a on a.id = l.id
            where t.subject = :subject and c.path > :from::bigint[]
            order by c.path limit :size + 1""";

    /** Nothing is written when all of it was read before. Two at once add up, whichever is first. */
    private static final String LOOKED = """
            , looked as (
                update subscription s set looked = s.looked + page.positions
                from (
                    select thread_id, range_agg(int4range(position, position + 1)) as positions
                    from (select * from shown order by path limit :size) page group by thread_id) page
                where s.thread_id = page.thread_id and s.librarian_id = :reader and not s.looked @> page.positions)""";

    private final JdbcClient jdbc;
    private final Markdown markdown;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conversations(JdbcClient jdbc, Markdown markdown, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.markdown = markdown;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param next the key of the page after this one, or null at the end
     * @param mine what the reader has of it in the ledger; null for strangers, and where the page is empty
     */
    public record Reading(
            List<CommentView> comments,
            @Nullable PageKey next,
            @Nullable Mine mine) {

        Reading(List<CommentView> comments, @Nullable PageKey next) {
            this(comments, next, null);
        }
    }

    /** @param level null where it is not in the reader's ledger */
    public record Mine(long thread, @Nullable Level level) {}

    /** As it is for strangers. */
    @Transactional(readOnly = true)
    public Reading read(Subject subject, @Nullable String key, int size) {
        return read(subject, key, size, null);
    }

    /**
     * A page of a thread in reading order; empty for a subject that nobody has talked about. From then on it counts as read
     * by who reads it, by the same statement: what is committed meanwhile is neither on the page nor read.
     *
     * @param key where the page begins, or null for the first
     * @param reader the librarian who reads it, in whose ledger it is read then; or null
     * @throws BadRequestException for a made-up key
     */
    @Transactional
    public Reading read(Subject subject, @Nullable String key, int size, @Nullable Long reader) {
        PageKey from = PageKey.parse(key, 1);
        Map<Long, Person> authors = new HashMap<>();
        List<Row> rows = jdbc.sql("with shown as (" + PAGE + ")" + (reader == null ? "" : LOOKED) + """
                         select shown.*, mine.level from shown
                         left join subscription mine on mine.thread_id = shown.thread_id and mine.librarian_id = :reader
                         order by shown.path""")
                .param("subject", subject.toString())
                .param("from", from == null ? "{}" : path(from.parts().get(0)))
                .param("size", size)
                .param("reader", reader, java.sql.Types.BIGINT)
                .query((row, n) -> row(row, authors))
                .list();
        boolean more = rows.size() > size;
        List<Row> shown = more ? rows.subList(0, size) : rows;
        return new Reading(
                shown.stream().map(Row::comment).toList(),
                more ? PageKey.of(shown.get(size - 1).path()) : null,
                reader == null || rows.isEmpty() ? null : rows.get(0).mine());
    }

    private record Row(CommentView comment, String path, Mine mine) {}

    /** @param authors of the comments read so far: what is answered comes before its answers */
    private Row row(ResultSet row, Map<Long, Person> authors) throws SQLException {
        Array path = row.getArray("path");
        Long[] ids = (Long[]) path.getArray();
        Person author = Person.of(row);
        authors.put(row.getLong("id"), author);
        CommentView comment = new CommentView(
                row.getLong("id"),
                Math.min(ids.length - 1, CommentView.DEEPEST),
                row.getObject("parent_id") == null ? null : authors.get(row.getLong("parent_id")),
                author,
                markdown.html(row.getString("body")),
                row.getTimestamp("created_at").toInstant());
        String level = row.getString("level");
        return new Row(
                comment,
                Stream.of(ids).map(String::valueOf).collect(Collectors.joining(".")),
                new Mine(row.getLong("thread_id"), level == null ? null : Level.valueOf(level)));
    }

    /** @return the key of the page that begins after the comment of this path */
    public static PageKey keyAfter(Long[] path) {
        return PageKey.of(Stream.of(path).map(String::valueOf).collect(Collectors.joining(".")));
    }

    private static String path(String dotted) {
        if (!dotted.matches("\\d{1,18}(\\.\\d{1,18}){0,200}")) {
            throw new BadRequestException("page key");
        }
        return '{' + dotted.replace('.', ',') + '}';
    }

    /**
     * Adds a comment. The database gives it its position and holds the thread until the commit, so that all comments of a
     * thread come one after the other.
     *
     * @return its id
     * @throws BadRequestException when it answers a comment that is not in this thread
     */
    @Transactional
    public long post(Subject subject, long authorId, CommentForm form) {
        long thread = threadOf(subject);
        Long[] above = form.parent() == null ? new Long[0] : pathOf(thread, form.parent());
        long comment = jdbc.sql("""
                        insert into comment (id, thread_id, parent_id, path, author_id, body, created_at)
                        select id, :thread, :parent, :above::bigint[] || id, :author, :body, :now
                        from nextval('comment_seq') as id
                        returning id""")
                .param("thread", thread)
                .param("parent", form.parent(), java.sql.Types.BIGINT)
                .param("above", Stream.of(above).map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                .param("author", authorId)
                .param("body", form.body())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        events.publishEvent(new CommentPosted(comment));
        return comment;
    }

    /** The comment that somebody is about to answer: its author, for the form. */
    @Transactional(readOnly = true)
    public java.util.Optional<Person> author(Subject subject, long commentId) {
        return jdbc.sql("""
                        select l.id as person_id, a.handle, l.name as person_name
                        from thread t join comment c on c.thread_id = t.id
                        join librarian l on l.id = c.author_id join account a on a.id = l.id
                        where t.subject = :subject and c.id = :id""")
                .param("subject", subject.toString())
                .param("id", commentId)
                .query((row, n) -> Person.of(row))
                .optional();
    }

    private long threadOf(Subject subject) {
        return jdbc.sql("""
                        with begun as (insert into thread (subject) values (:subject) on conflict do nothing returning id)
                        select id from begun union all select id from thread where subject = :subject limit 1""")
                .param("subject", subject.toString())
                .query(Long.class)
                .optional()
                // begun by somebody else at this very moment: the insert waited for them, a new statement sees it
                .orElseGet(() -> jdbc.sql("select id from thread where subject = :subject")
                        .param("subject", subject.toString())
                        .query(Long.class)
                        .single());
    }

    private Long[] pathOf(long thread, long commentId) {
        Long[] path = jdbc.sql("select path from comment where thread_id = ? and id = ?")
                .params(thread, commentId)
                .query((row, n) -> (Long[]) row.getArray("path").getArray())
                .optional()
                .orElseThrow(() -> new BadRequestException("no such comment to answer"));
        // an answer below the deepest stands beside it: paths stay short enough for their index
        return path.length < MOST_DEPTH ? path : java.util.Arrays.copyOf(path, MOST_DEPTH - 1);
    }
}
