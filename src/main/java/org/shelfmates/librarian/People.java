package org.shelfmates.librarian;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the people whom somebody names, and keeps them to a transaction. */
@Service
public class People {

    private static final String BY_HANDLE = """
            select l.id as person_id, a.handle, l.name as person_name from librarian l join account a on a.id = l.id
            where a.handle = :handle""";

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return nothing when there is nobody of this handle whom the viewer may see */
    @Transactional(readOnly = true)
    public Optional<Person> find(String handle, long viewer) {
        return jdbc.sql(BY_HANDLE + " and " + Sight.OF_VIEWER)
                .param("handle", handle.toLowerCase(Locale.ROOT))
                .param("viewer", viewer)
                .query((row, n) -> Person.of(row))
                .optional();
    }

    /** The same of whoever there is, also of who may not be seen. */
    @Transactional(readOnly = true)
    public Optional<Person> findAnybody(String handle) {
        return jdbc.sql(BY_HANDLE)
                .param("handle", handle.toLowerCase(Locale.ROOT))
                .query((row, n) -> Person.of(row))
                .optional();
    }

    /**
     * Keeps librarians to a transaction, so that what it finds out about them stays true: who blocks, follows or introduces
     * them takes the same locks. The smallest id first, so that nobody waits in a circle.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(long... librarians) {
        List<Long> ids = LongStream.of(librarians).boxed().toList();
        jdbc.sql("select id from librarian where id in (:ids) order by id for no key update")
                .param("ids", ids)
                .query(Long.class)
                .list();
    }
}
