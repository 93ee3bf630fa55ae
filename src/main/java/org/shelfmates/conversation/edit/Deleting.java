package org.shelfmates.conversation.edit;

import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.CommentDeleted;
import org.shelfmates.conversation.Comments;
import org.shelfmates.conversation.Comments.Comment;
import org.shelfmates.conversation.Deletion;
import org.shelfmates.conversation.SubjectKind.Topic;
import org.shelfmates.conversation.ledger.Owner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes comments: all that was said with them goes, at once and for good. Where replies hang on one its place stays, with
 * a word on who deleted it, until the last of them is deleted too.
 */
@Service
public class Deleting {

    /** However deep a talk is, one deletion does not take for ever. */
    private static final int MOST_ABOVE = 200;

    private final Comments comments;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deleting(Comments comments, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.comments = comments;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @throws AccessDeniedException for anybody but its author and who moderates what it is about */
    @Transactional(readOnly = true)
    public Comment deletable(long id, Owner viewer) {
        Comment comment = comments.find(id, viewer.librarian());
        allowed(comment, viewer);
        comments.requireShown(comment, viewer.librarian());
        return comment.present();
    }

    private Topic allowed(Comment comment, Owner viewer) {
        Topic topic = comments.topic(comment, viewer.librarian());
        if (!viewer.wrote(comment) && !topic.moderated()) {
            throw new AccessDeniedException("somebody else's comment");
        }
        return topic;
    }

    /** @return where to go on reading: its place, or the conversation when even that is gone */
    @Transactional
    public String delete(long id, Owner viewer) {
        Comment comment = comments.locked(id, viewer.librarian());
        Topic topic = allowed(comment, viewer);
        comment.present();
        for (String kept : new String[] {"comment_version", "mention", "reaction"}) {
            jdbc.sql("delete from " + kept + " where comment_id = ?").param(id).update();
        }
        jdbc.sql("""
                        update comment set body = '', deleted_at = :now, deleted_by = :by, question = false, answer_id = null
                        where id = :id""")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", (viewer.wrote(comment) ? Deletion.AUTHOR : Deletion.PLANNER).name())
                .param("id", id)
                .update();
        jdbc.sql("update comment set answer_id = null where answer_id = ?")
                .param(id)
                .update();
        events.publishEvent(new CommentDeleted(id));
        return vanish(comment, viewer) ? topic.path() + "#conversation" : comment.path();
    }

    /** Of a deleted comment that nothing hangs on nothing is left, and of those above it that now are the same. */
    private boolean vanish(Comment comment, Owner viewer) {
        if (!vanishes(comment.id())) {
            return false;
        }
        @Nullable Long above = comment.parentId();
        for (int level = 0; above != null && level < MOST_ABOVE; level++) {
            Comment parent = comments.locked(above, viewer.librarian());
            above = parent.deleted() && vanishes(parent.id()) ? parent.parentId() : null;
        }
        return true;
    }

    private boolean vanishes(long id) {
        return jdbc.sql("""
                        update comment set gone = true where id = :id
                            and not exists (select from comment below where below.parent_id = :id and not below.gone)""").param("id", id).update() == 1;
    }
}
