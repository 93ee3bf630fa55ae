package org.shelfmates.conversation;

import org.shelfmates.web.Markdown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom comments name by {@code @handle}: written down with the words, so that a handle that comes later is no mention. */
@Component
public class Mentions {

    /** One comment calls no more people than this; further handles stay plain words. */
    private static final int MOST = 20;

    private final JdbcClient jdbc;

    Mentions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes down whom a comment names now, but for those who have blocked its author. */
    public void write(long commentId, String body) {
        String[] handles = Markdown.mentions(body).stream().limit(MOST).toArray(String[]::new);
        if (handles.length > 0) {
            jdbc.sql(
                            "insert into mention select c.id, l.id from comment c cross join librarian l join account a on a.id = l.id"
                                    + " where c.id = ? and a.handle = any(?::text[]) and not exists ("
                                    + " select from block where blocker_id = l.id and blocked_id = c.author_id)")
                    .params(commentId, handles)
                    .update();
        }
    }

    public void forget(long commentId) {
        jdbc.sql("delete from mention where comment_id = ?").param(commentId).update();
    }
}
