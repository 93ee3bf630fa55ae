package org.shelfmates.conversation.ledger;

import java.util.List;
import org.shelfmates.conversation.CommentPosted;
import org.shelfmates.conversation.Level;
import org.shelfmates.conversation.Subject;
import org.shelfmates.conversation.Subjects;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is in whose ledger. A thread comes into it by writing in it, by being mentioned, or by following it, here; and by what
 * the module of its subject says: see the function {@code subscribe}.
 */
@Service
public class Subscriptions {

    private final JdbcClient jdbc;
    private final Subjects subjects;

    Subscriptions(JdbcClient jdbc, Subjects subjects) {
        this.jdbc = jdbc;
        this.subjects = subjects;
    }

    /** Nothing of a thread is unread for who begins to follow it. */
    private static final String ALL_OF_IT = "int4multirange(int4range(1, t.last_position + 1))";

    /**
     * Takes a thread into a ledger, or says how much of it is told.
     *
     * @throws NotFoundException when there is none of this id, or it is not for them
     */
    @Transactional
    public void set(long thread, Owner reader, Level level) {
        requireReader(thread, reader);
        jdbc.sql("insert into subscription (thread_id, " + reader.column() + ", level, looked)"
                        + " select t.id, :reader, :level, " + ALL_OF_IT + " from thread t where t.id = :thread"
                        + " on conflict (" + reader.column()
                        + ", thread_id) do update set level = excluded.level")
                .param("thread", thread)
                .param("reader", reader.id())
                .param("level", level.name())
                .update();
    }

    private void requireReader(long thread, Owner reader) {
        subjects.requireReader(
                jdbc.sql("select subject from thread where id = ?")
                        .param(thread)
                        .query((row, n) -> Subject.of(row.getString("subject")))
                        .optional()
                        .orElseThrow(NotFoundException::new),
                reader.librarian());
    }

    /**
     * Takes a thread out of a ledger. It comes back when they write in it again or are mentioned.
     *
     * @throws NotFoundException when there is none of this id, or it is not for them
     */
    @Transactional
    public void leave(long thread, Owner reader) {
        requireReader(thread, reader);
        jdbc.sql("delete from subscription where thread_id = ? and " + reader.column() + " = ?")
                .params(thread, reader.id())
                .update();
    }

    private static final String WROTE = """
            insert into subscription (thread_id, %1$s, looked, wrote)
            select thread_id, %2$s, int4multirange(int4range(1, position + 1)), position
            from comment where id = ? and %2$s is not null
            on conflict (%1$s, thread_id) do update set wrote = excluded.wrote,
                looked = subscription.looked + int4multirange(int4range(excluded.wrote, excluded.wrote + 1))""";

    /**
     * Who writes has the thread in the ledger from then on, their own comment read and the others as they were; whom it answers
     * or names has something to answer, and so have the hosts when it asks. In the transaction of the comment, which holds the
     * thread.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CommentPosted posted) {
        for (String statement : List.of(
                WROTE.formatted("librarian_id", "author_id"), WROTE.formatted("guest_id", "guest_id"), """
                insert into subscription (thread_id, librarian_id, looked, asked)
                select c.thread_id, m.librarian_id, int4multirange(int4range(1, c.position)), c.position
                from comment c join mention m on m.comment_id = c.id
                where c.id = ? and m.librarian_id is distinct from c.author_id
                on conflict (librarian_id, thread_id) do update set asked = excluded.asked""", """
                update subscription s set asked = c.position
                from comment c left join comment above on above.id = c.parent_id
                where c.id = ? and s.thread_id = c.thread_id
                    and (s.librarian_id = above.author_id or s.guest_id = above.guest_id or s.host and c.question)
                    and (s.librarian_id, s.guest_id) is distinct from (c.author_id, c.guest_id)""")) {
            jdbc.sql(statement).param(posted.commentId()).update();
        }
        addressed(posted.commentId());
    }

    /** What is said where not everybody may read is said to those few. */
    private void addressed(long comment) {
        Subject subject = jdbc.sql("select t.subject from comment c join thread t on t.id = c.thread_id where c.id = ?")
                .param(comment)
                .query((row, n) -> Subject.of(row.getString("subject")))
                .single();
        subjects.readers(subject)
                .ifPresent(some -> jdbc.sql("""
                        insert into subscription (thread_id, librarian_id, looked, asked)
                        select c.thread_id, one, int4multirange(int4range(1, c.position)), c.position
                        from comment c cross join unnest(:some::bigint[]) as one
                        where c.id = :comment and one is distinct from c.author_id
                        on conflict (librarian_id, thread_id) do update set asked = excluded.asked""")
                        .param("some", some.toArray(Long[]::new))
                        .param("comment", comment)
                        .update());
    }

    /** What a guest has in the ledger is a librarian's from now on. Where both have a thread, both have read it. */
    @Transactional
    public void claim(long guest, long librarian) {
        jdbc.sql("""
                        insert into subscription (thread_id, librarian_id, level, looked, wrote, asked)
                        select thread_id, :librarian, level, looked, wrote, asked from subscription where guest_id = :guest
                        on conflict (librarian_id, thread_id) do update set looked = subscription.looked + excluded.looked,
                            wrote = greatest(subscription.wrote, excluded.wrote),
                            asked = greatest(subscription.asked, excluded.asked)""").param("guest", guest).param("librarian", librarian).update();
        jdbc.sql("delete from subscription where guest_id = ?").param(guest).update();
    }
}
