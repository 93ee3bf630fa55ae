package org.shelfmates.conversation.edit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.shelfmates.conversation.CommentDeletedException;
import org.shelfmates.conversation.CommentEdited;
import org.shelfmates.conversation.CommentView;
import org.shelfmates.conversation.Comments;
import org.shelfmates.conversation.Comments.Comment;
import org.shelfmates.conversation.Mentions;
import org.shelfmates.conversation.ledger.Owner;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Edits of comments: by their author, for a while, with all earlier words to be read by everybody. */
@Service
class CommentEditing {

    private final Comments comments;
    private final Mentions mentions;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CommentEditing(
            Comments comments, Mentions mentions, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.comments = comments;
        this.mentions = mentions;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    enum Outcome {
        SAVED,
        /** Somebody, in another window, was faster. */
        STALE,
        LATE
    }

    /** @throws AccessDeniedException for anybody but its author */
    @Transactional(readOnly = true)
    Comment own(long id, Owner viewer) {
        return own(comments.find(id, viewer.librarian()), viewer);
    }

    boolean open(Comment comment) {
        return clock.instant().isBefore(until(comment));
    }

    Instant until(Comment comment) {
        return comment.createdAt().plus(CommentView.EDITABLE);
    }

    /**
     * @throws AccessDeniedException for anybody but its author
     * @throws CommentDeletedException when it is deleted
     */
    @Transactional
    Outcome edit(long id, Owner viewer, EditForm form) {
        Comment comment = own(comments.forChange(id, viewer.librarian()), viewer);
        if (!open(comment)) {
            return Outcome.LATE;
        }
        if (comment.version() != form.version()) {
            return Outcome.STALE;
        }
        if (!comment.body().equals(form.body())) {
            write(comment, form.body());
        }
        return Outcome.SAVED;
    }

    private void write(Comment comment, String body) {
        jdbc.sql("""
                        insert into comment_version (comment_id, version, body, written_at)
                        select id, version, body, coalesce(edited_at, created_at) from comment where id = ?""").param(comment.id()).update();
        jdbc.sql("update comment set body = ?, version = version + 1, edited_at = ? where id = ?")
                .params(body, Timestamp.from(clock.instant()), comment.id())
                .update();
        mentions.forget(comment.id());
        mentions.write(comment.id(), comment.subject(), body);
        events.publishEvent(new CommentEdited(comment.id()));
    }

    private static Comment own(Comment comment, Owner viewer) {
        if (!viewer.wrote(comment)) {
            throw new AccessDeniedException("somebody else's comment");
        }
        return comment.present();
    }

    /** What a comment said from some moment on. */
    record Version(String body, Instant writtenAt) {}

    /**
     * All that a comment has said, latest first.
     *
     * @throws NotFoundException when it is deleted
     */
    @Transactional(readOnly = true)
    List<Version> history(long id) {
        List<Version> versions = jdbc.sql("""
                        select body, coalesce(edited_at, created_at) as written_at, version
                        from comment where id = :id and deleted_at is null
                        union all select body, written_at, version from comment_version where comment_id = :id
                        order by version desc limit 200""")
                .param("id", id)
                .query((row, n) -> new Version(
                        row.getString("body"), row.getTimestamp("written_at").toInstant()))
                .list();
        if (versions.isEmpty()) {
            throw new NotFoundException();
        }
        return versions;
    }
}
