package org.shelfmates.conversation;

import java.sql.Types;
import org.shelfmates.web.Markdown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom comments name by {@code @handle}: written down with the words, so that a handle that comes later is no mention. */
@Component
public class Mentions {

    /** One comment calls no more people than this; further handles stay plain words. */
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Subjects subjects;

    Mentions(JdbcClient jdbc, Subjects subjects) {
        this.subjects = subjects;
        this.jdbc = jdbc;
    }

    /**
     * Writes down whom a comment names now, but for those who have blocked its author; of what is not for everybody, only those
     * for whom it is.
     */
    public void write(long commentId, Subject subject, String body) {
        String[] handles = Markdown.mentions(body).stream().limit(MOST).toArray(String[]::new);
        if (handles.length > 0) {
            Long[] readers = subjects.readers(subject)
                    .map(some -> some.toArray(Long[]::new))
                    .orElse(null);
            jdbc.sql("""
                            insert into mention select c.id, l.id
                            from comment c cross join librarian l join account a on a.id = l.id
                            where c.id = :comment and (a.handle = any(:handles::text[])
                                    or l.id in (select account_id from past_handle where handle = any(:handles::text[])))
                                and (:readers::bigint[] is null or l.id = any(:readers::bigint[]))
                                and not exists (select from block where blocker_id = l.id and blocked_id = c.author_id)""")
                    .param("comment", commentId)
                    .param("handles", handles)
                    .param("readers", readers, Types.ARRAY)
                    .update();
        }
    }

    public void forget(long commentId) {
        jdbc.sql("delete from mention where comment_id = ?").param(commentId).update();
    }
}
