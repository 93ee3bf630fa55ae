package org.shelfmates.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Sight;
import org.shelfmates.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Single comments, for what is done with them, and what they are about. */
@Service
public class Comments {

    private static final String SQL = """
            select c.id, t.subject, c.parent_id, c.author_id, c.guest_id, c.body, c.question, c.answer_id, c.version, c.created_at,
                c.deleted_at is not null as deleted
            from comment c join thread t on t.id = c.thread_id where c.id = ? and not c.gone""";

    private final JdbcClient jdbc;
    private final Subjects subjects;

    Comments(JdbcClient jdbc, Subjects subjects) {
        this.jdbc = jdbc;
        this.subjects = subjects;
    }

    /**
     * @param authorId null for a guest's
     * @param guestId null for a librarian's
     * @param body empty when it is deleted
     * @param version grows with every edit
     */
    public record Comment(
            long id,
            Subject subject,
            @Nullable Long parentId,
            @Nullable Long authorId,
            @Nullable Long guestId,
            String body,
            boolean question,
            @Nullable Long answerId,
            int version,
            Instant createdAt,
            boolean deleted) {

        private static Comment of(ResultSet row) throws SQLException {
            return new Comment(
                    row.getLong("id"),
                    Subject.of(row.getString("subject")),
                    row.getObject("parent_id", Long.class),
                    row.getObject("author_id", Long.class),
                    row.getObject("guest_id", Long.class),
                    row.getString("body"),
                    row.getBoolean("question"),
                    row.getObject("answer_id", Long.class),
                    row.getInt("version"),
                    row.getTimestamp("created_at").toInstant(),
                    row.getBoolean("deleted"));
        }

        public boolean isBy(long librarianId) {
            return authorId != null && authorId == librarianId;
        }

        /** @throws CommentDeletedException when it is */
        public Comment present() {
            if (deleted) {
                throw new CommentDeletedException();
            }
            return this;
        }

        /** Its permanent link. */
        public String path() {
            return "/comments/" + id;
        }
    }

    /**
     * @param viewer who asks, null for a stranger or a guest
     * @throws NotFoundException when there is none of this id, or nothing is left of it, or it is not for them
     */
    @Transactional(readOnly = true)
    public Comment find(long id, @Nullable Long viewer) {
        return forReader(one(SQL, id), viewer);
    }

    /** As {@link #find}, its row locked until the caller's transaction ends; of several, a reply before what it answers. */
    @Transactional
    public Comment locked(long id, @Nullable Long viewer) {
        return forReader(one(SQL + " for update of c", id), viewer);
    }

    /** As {@link #locked}, to add to what is said: see {@link Subjects#requireWriter}. */
    @Transactional
    public Comment forChange(long id, @Nullable Long viewer) {
        Comment comment = locked(id, viewer);
        subjects.requireWriter(comment.subject(), viewer);
        return comment;
    }

    private Comment forReader(Comment comment, @Nullable Long viewer) {
        subjects.requireReader(comment.subject(), viewer);
        return comment;
    }

    private Comment one(String sql, long id) {
        return jdbc.sql(sql)
                .param(id)
                .query((row, n) -> Comment.of(row))
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    /** @throws CommentDeletedException when its author has blocked the reader, for whom it is as good as deleted */
    @Transactional(readOnly = true)
    public void requireShown(Comment comment, @Nullable Long viewer) {
        boolean shown = jdbc.sql("select " + Sight.unblockedId(":author"))
                .param("author", comment.authorId(), Types.BIGINT)
                .param("viewer", viewer, Types.BIGINT)
                .query(Boolean.class)
                .single();
        if (!shown) {
            throw new CommentDeletedException();
        }
    }

    /** What a comment is about, for whoever looks. */
    public SubjectKind.Topic topic(Comment comment, @Nullable Long viewer) {
        return subjects.topic(comment.subject(), viewer);
    }
}
