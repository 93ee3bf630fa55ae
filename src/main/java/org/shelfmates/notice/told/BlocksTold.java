package org.shelfmates.notice.told;

import org.shelfmates.librarian.LibrarianBlocked;
import org.shelfmates.notice.AfterCommit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nobody is told of a block. What the two were told of each other before goes; nothing more comes ({@code Notices}). */
@Component
class BlocksTold {

    private final JdbcClient jdbc;

    BlocksTold(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @AfterCommit
    void on(LibrarianBlocked event) {
        jdbc.sql("""
                        delete from notice where librarian_id = :one and actor_id = :other
                            or librarian_id = :other and actor_id = :one""")
                .param("one", event.blockerId())
                .param("other", event.blockedId())
                .update();
    }
}
