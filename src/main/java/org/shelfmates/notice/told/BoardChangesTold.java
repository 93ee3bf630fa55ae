package org.shelfmates.notice.told;

import java.util.List;
import org.shelfmates.group.board.PostEdited;
import org.shelfmates.group.board.PostRemoved;
import org.shelfmates.notice.AfterCommit;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Word;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Nobody is told that a post was changed, hidden or taken back; but what people were told of it, and of what was said about it,
 * says what it says, and goes when it goes, on the site and before it is mailed.
 */
@Component
class BoardChangesTold {

    /** The notices of all that was said about {@code :post}: CommentsTold's and MarksTold's. */
    private static final String SAID = """
            (select n.id from thread t join comment c on c.thread_id = t.id join notice n on n.key = 'comment:' || c.id
            where t.subject = :post
            union all
            select n.id from thread t join comment c on c.thread_id = t.id
            join notice n on n.key like 'answer:%' and split_part(n.key, ':', 2) = c.id::text
            where t.subject = :post)""";

    private final JdbcClient jdbc;
    private final Notices notices;

    BoardChangesTold(JdbcClient jdbc, Notices notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    /** BoardTold's key, and the subject of what is said about it. */
    private static String key(long post) {
        return "board:" + post;
    }

    @AfterCommit
    void on(PostRemoved event) {
        jdbc.sql("delete from notice where key = :post or id in " + SAID)
                .param("post", key(event.postId()))
                .update();
    }

    private record Now(String title, String path) {}

    @AfterCommit
    void on(PostEdited event) {
        jdbc.sql("""
                        select b.title, '/groups/' || g.slug || '/board/' || b.id || '/' || b.slug as path
                        from board_post b join city_group g on g.id = b.group_id
                        where b.id = ? and b.hidden_at is null and b.taken_back_at is null""")
                .param(event.postId())
                .query(Now.class)
                .optional()
                .ifPresent(now -> reword(key(event.postId()), now));
    }

    private void reword(String key, Now now) {
        notices.reword(key, List.of(Word.text(now.title())));
        jdbc.sql("update notice set path = :path where key = :post")
                .param("path", now.path())
                .param("post", key)
                .update();
        jdbc.sql(
                        "update notice set title = :title, path = :path || coalesce(substring(path from '#.*$'), '') where id in "
                                + SAID)
                .param("title", now.title())
                .param("path", now.path())
                .param("post", key)
                .update();
    }
}
