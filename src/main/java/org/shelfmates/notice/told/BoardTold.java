package org.shelfmates.notice.told;

import java.util.List;
import org.shelfmates.conversation.Subject;
import org.shelfmates.group.board.BoardPosted;
import org.shelfmates.notice.AfterCommit;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Telling;
import org.shelfmates.notice.Word;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the members of a group what is new on its board. */
@Component
class BoardTold {

    private final JdbcClient jdbc;
    private final Notices notices;

    BoardTold(JdbcClient jdbc, Notices notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    private record Posted(long groupId, String group, String path, String title, long authorId, String author) {}

    /** Not of what is hidden or taken back already. */
    @AfterCommit
    void on(BoardPosted event) {
        jdbc.sql("""
                        select g.id as group_id, g.name as group, b.title, l.id as author_id, l.name as author,
                            '/groups/' || g.slug || '/board/' || b.id || '/' || b.slug as path
                        from board_post b join city_group g on g.id = b.group_id join librarian l on l.id = b.author_id
                        where b.id = ? and b.hidden_at is null and b.taken_back_at is null""")
                .param(event.postId())
                .query(Posted.class)
                .optional()
                .ifPresent(posted -> notices.tell(
                        new Telling(
                                Kind.BOARD_POST,
                                new Subject("group", posted.groupId()),
                                "board:" + event.postId(),
                                posted.group(),
                                posted.path(),
                                new Telling.Actor(posted.authorId(), posted.author()),
                                List.of(Word.text(posted.title()))),
                        jdbc.sql("select librarian_id from membership where group_id = ?")
                                .param(posted.groupId())
                                .query(Long.class)
                                .list()));
    }
}
