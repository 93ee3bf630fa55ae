package org.shelfmates.notice.told;

import java.util.List;
import org.shelfmates.conversation.CommentDeleted;
import org.shelfmates.conversation.CommentEdited;
import org.shelfmates.notice.AfterCommit;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Word;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Nobody is told of an edit or a deletion; but what people were told of a comment says what it says, and goes when it goes,
 * on the site and before it is mailed.
 */
@Component
class CommentChangesTold {

    /** That it answers a question, or is answered: MarksTold's. */
    private static final String MARKS = """
            key like 'answer:%' and (split_part(key, ':', 2) = :id or split_part(key, ':', 3) = :id)""";

    private final JdbcClient jdbc;
    private final Notices notices;

    CommentChangesTold(JdbcClient jdbc, Notices notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    @AfterCommit
    void on(CommentDeleted event) {
        jdbc.sql("delete from notice where key = :comment or " + MARKS)
                .param("comment", "comment:" + event.commentId())
                .param("id", "" + event.commentId())
                .update();
    }

    private record Marked(String key, String question, String answer) {}

    @AfterCommit
    void on(CommentEdited event) {
        jdbc.sql("select body from comment where id = ? and deleted_at is null")
                .param(event.commentId())
                .query(String.class)
                .optional()
                .ifPresent(body -> notices.reword("comment:" + event.commentId(), List.of(excerpt(body))));
        jdbc.sql("select k.key, q.body as question, a.body as answer from (select distinct key from notice where "
                        + MARKS
                        + """
                        ) k join comment q on q.id = split_part(k.key, ':', 2)::bigint
                        join comment a on a.id = split_part(k.key, ':', 3)::bigint
                        where q.deleted_at is null and a.deleted_at is null""")
                .param("id", "" + event.commentId())
                .query(Marked.class)
                .list()
                .forEach(mark -> notices.reword(mark.key(), List.of(excerpt(mark.question()), excerpt(mark.answer()))));
    }

    private static Word excerpt(String body) {
        return Word.text(Excerpt.of(body));
    }
}
