package org.shelfmates.librarian.introduction;

import java.util.List;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps librarians to a transaction, so that what it finds out about them stays true: who blocks or follows takes the same
 * locks. The smallest id first, so that nobody waits in a circle.
 */
final class Locks {

    private Locks() {}

    static void on(JdbcClient jdbc, long... librarians) {
        List<Long> ids = LongStream.of(librarians).boxed().toList();
        jdbc.sql("select id from librarian where id in (:ids) order by id for no key update")
                .param("ids", ids)
                .query(Long.class)
                .list();
    }
}
