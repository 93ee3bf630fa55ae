package org.shelfmates.conversation.mark;

import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.AnswerMarked;
import org.shelfmates.conversation.CommentDeletedException;
import org.shelfmates.conversation.Comments;
import org.shelfmates.conversation.Comments.Comment;
import org.shelfmates.conversation.Reaction;
import org.shelfmates.web.BadRequestException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reactions, questions and answers. Each says how it is to be afterwards, so that a form that is sent twice does no harm. */
@Service
class Marking {

    private final Comments comments;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Marking(Comments comments, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.comments = comments;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @throws CommentDeletedException when there is nothing to react to any more
     * @throws AccessDeniedException for one's own
     */
    @Transactional
    void react(long id, long viewer, Reaction kind, boolean on) {
        Comment comment = comments.forChange(id, viewer).present();
        comments.requireShown(comment, viewer);
        if (comment.isBy(viewer)) {
            throw new AccessDeniedException("one's own comment");
        }
        if (on) {
            jdbc.sql("insert into reaction (comment_id, kind, librarian_id, reacted_at) values (?, ?, ?, ?)"
                            + " on conflict do nothing")
                    .params(id, kind.name(), viewer, Timestamp.from(clock.instant()))
                    .update();
        } else {
            jdbc.sql("delete from reaction where comment_id = ? and kind = ? and librarian_id = ?")
                    .params(id, kind.name(), viewer)
                    .update();
        }
    }

    /**
     * Makes a comment a question, or none, by its author; who is none any more has no answer either.
     *
     * @throws AccessDeniedException for anybody else
     */
    @Transactional
    void ask(long id, long viewer, boolean on) {
        Comment comment = comments.forChange(id, viewer).present();
        if (!comment.isBy(viewer)) {
            throw new AccessDeniedException("somebody else's comment");
        }
        jdbc.sql("update comment set question = :on, answer_id = case when :on then answer_id end where id = :id")
                .param("on", on)
                .param("id", id)
                .update();
    }

    /**
     * Makes a reply the answer to the question that it stands below, instead of any other, or takes that back.
     *
     * @throws BadRequestException for what answers no question
     * @throws AccessDeniedException for anybody but who asked and who moderates
     */
    @Transactional
    void answer(long id, long viewer, boolean on) {
        Comment reply = comments.forChange(id, viewer).present();
        comments.requireShown(reply, viewer);
        @Nullable Long above = reply.parentId();
        BadRequestException.unless(above != null, "no reply");
        Comment question = comments.locked(above, viewer);
        BadRequestException.unless(question.question(), "no question");
        if (!question.isBy(viewer) && !comments.topic(question, viewer).moderated()) {
            throw new AccessDeniedException("somebody else's question");
        }
        if (on) {
            int marked = jdbc.sql("update comment set answer_id = :answer where id = :id"
                            + " and answer_id is distinct from :answer")
                    .param("answer", id)
                    .param("id", question.id())
                    .update();
            if (marked == 1) {
                events.publishEvent(new AnswerMarked(question.id(), id, viewer));
            }
        } else {
            jdbc.sql("update comment set answer_id = null where id = ? and answer_id = ?")
                    .params(question.id(), id)
                    .update();
        }
    }
}
