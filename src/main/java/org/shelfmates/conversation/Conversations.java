package org.shelfmates.conversation;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Sight;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Threads: one to a subject, begun by its first comment. A comment's path is the ids from the thread's top down to it, so
 * that sorting by path is reading order (oldest first, replies below what they answer) and any page of it one index scan.
 */
@Service
public class Conversations {

    private static final int MOST_DEPTH = 200;

    private final JdbcClient jdbc;
    private final Mentions mentions;
    private final Subjects subjects;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conversations(
            JdbcClient jdbc, Mentions mentions, Subjects subjects, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.mentions = mentions;
        this.subjects = subjects;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a comment. The database gives it its position and holds the thread until the commit, so that all comments of a
     * thread come one after the other.
     *
     * @return its id
     * @throws NotFoundException when the subject is not for them
     * @throws AccessDeniedException when they may say nothing there
     * @throws BadRequestException when it answers a comment that is not in this thread
     * @throws CommentDeletedException when it answers one that is deleted, or whose author has blocked who answers
     */
    @Transactional
    public long post(Subject subject, long authorId, CommentForm form) {
        return post(subject, authorId, null, form);
    }

    /** The same by a guest whose address is confirmed. */
    @Transactional
    public long postAsGuest(Subject subject, long guestId, CommentForm form) {
        return post(subject, null, guestId, form);
    }

    private long post(Subject subject, @Nullable Long authorId, @Nullable Long guestId, CommentForm form) {
        subjects.requireWriter(subject, authorId);
        long thread = threadOf(subject);
        Long[] above = form.parent() == null ? new Long[0] : pathOf(thread, form.parent(), authorId);
        long comment = jdbc.sql("""
                        insert into comment (id, thread_id, parent_id, path, author_id, guest_id, question, body, created_at)
                        select id, :thread, :parent, :above::bigint[] || id, :author, :guest, :question, :body, :now
                        from nextval('comment_seq') as id
                        returning id""")
                .param("thread", thread)
                .param("parent", form.parent(), Types.BIGINT)
                .param("above", Stream.of(above).map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                .param("author", authorId, Types.BIGINT)
                .param("guest", guestId, Types.BIGINT)
                .param("question", form.asks())
                .param("body", form.body())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        mentions.write(comment, subject, form.body());
        events.publishEvent(new CommentPosted(comment));
        return comment;
    }

    /** The comment that somebody is about to answer: its author, for the form. Empty where it is deleted. */
    @Transactional(readOnly = true)
    public Optional<Writer> author(Subject subject, long commentId, @Nullable Long viewer) {
        return jdbc.sql("""
                        select a.handle, coalesce(l.name, g.name) as person_name
                        from thread t join comment c on c.thread_id = t.id
                        left join librarian l on l.id = c.author_id left join account a on a.id = l.id
                        left join guest g on g.id = c.guest_id
                        where t.subject = :subject and c.id = :id and c.deleted_at is null and\s""" + Sight.unblockedId("c.author_id"))
                .param("subject", subject.toString())
                .param("id", commentId)
                .param("viewer", viewer, Types.BIGINT)
                .query((row, n) -> Writer.of(row, ""))
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

    /**
     * That a comment can be answered.
     *
     * @throws BadRequestException when it is not in this thread
     * @throws CommentDeletedException when it is deleted
     */
    @Transactional
    public void requireThere(Subject subject, long commentId) {
        pathOf(threadOf(subject), commentId, null);
    }

    /** What a guest said is what a librarian says, from now on. */
    @Transactional
    public void handOver(long guestId, long librarianId) {
        jdbc.sql("update comment set author_id = ?, guest_id = null where guest_id = ?")
                .params(librarianId, guestId)
                .update();
    }

    private record Above(Long[] path, boolean deleted, boolean hidden) {}

    private Long[] pathOf(long thread, long commentId, @Nullable Long viewer) {
        // shared: it cannot be deleted, and vanish, before its answer is there
        Above above = jdbc.sql("select path, deleted_at is not null as deleted, not " + Sight.unblockedId("author_id")
                        + " as hidden from comment where thread_id = :thread and id = :id for share")
                .param("thread", thread)
                .param("id", commentId)
                .param("viewer", viewer, Types.BIGINT)
                .query((row, n) -> new Above(
                        (Long[]) row.getArray("path").getArray(), row.getBoolean("deleted"), row.getBoolean("hidden")))
                .optional()
                .orElseThrow(() -> new BadRequestException("no such comment to answer"));
        if (above.deleted() || above.hidden()) {
            throw new CommentDeletedException();
        }
        // an answer below the deepest stands beside it: paths stay short enough for their index
        return above.path().length < MOST_DEPTH ? above.path() : Arrays.copyOf(above.path(), MOST_DEPTH - 1);
    }
}
