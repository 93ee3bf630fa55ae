package org.shelfmates.librarian.introduction;

import java.util.List;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom somebody may want to introduce somebody to: those they followed last. */
@Service
class Acquaintances {

    private static final int OFFERED = 50;

    private final JdbcClient jdbc;

    Acquaintances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param except who is introduced */
    @Transactional(readOnly = true)
    public List<Person> of(long viewer, String except) {
        return jdbc.sql("""
                        select l.id as person_id, a.handle, l.name as person_name
                        from follow f join librarian l on l.id = f.followed_id join account a on a.id = l.id
                        where f.follower_id = :viewer and a.handle <> lower(:except) and %s
                        order by f.since desc limit %d""".formatted(Sight.OF_VIEWER, OFFERED))
                .param("viewer", viewer)
                .param("except", except)
                .query((row, n) -> Person.of(row))
                .list();
    }
}
