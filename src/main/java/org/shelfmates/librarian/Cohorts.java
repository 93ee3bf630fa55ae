package org.shelfmates.librarian;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** In which programmes somebody is seen by others, and sees them: who does not let members see them finds none either. */
@Service
class Cohorts {

    /** Of {@code librarian l}, for a directory of {@code :programme} that {@code :viewer} opens. */
    static final String SHOWN_TO_EACH_OTHER = """
             and l.id in (select m.librarian_id from programme_member m
                where m.programme_id = (select id from programme where slug = :programme) and m.shown)
            and exists (select from programme_member m
                where m.programme_id = (select id from programme where slug = :programme)
                    and m.librarian_id = :viewer and m.shown)""";

    private final JdbcClient jdbc;

    Cohorts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A programme to choose. */
    record Cohort(String slug, String name) {}

    /** Those in which the viewer finds others, by name. */
    @Transactional(readOnly = true)
    List<Cohort> of(long viewer) {
        return jdbc.sql("""
                        select g.slug, g.name from programme_member m join programme g on g.id = m.programme_id
                        where m.librarian_id = :viewer and m.shown order by lower(g.name)""").param("viewer", viewer).query(Cohort.class).list();
    }
}
