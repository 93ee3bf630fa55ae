package org.shelfmates.group;

import org.shelfmates.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rule of who runs a group, for whatever only its organisers may do. */
@Service
public class Organisers {

    private static final String ONE = """
            select g.id, coalesce(m.organiser, false) as organiser from city_group g
            left join membership m on m.group_id = g.id and m.librarian_id = ? where g.slug = ?""";

    private final JdbcClient jdbc;

    Organisers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(long id, boolean organiser) {}

    /**
     * The group's id, for one of its organisers.
     *
     * @throws NotFoundException when there is no such group
     * @throws AccessDeniedException for who is no organiser
     */
    @Transactional(readOnly = true)
    public long require(String slug, long viewer) {
        Row row = jdbc.sql(ONE).params(viewer, slug).query(Row.class).optional().orElseThrow(NotFoundException::new);
        if (!row.organiser()) {
            throw new AccessDeniedException("does not organise " + slug);
        }
        return row.id();
    }

    /** The same, holding the group's row to the end of the transaction: who asks is an organiser as long. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long forChange(String slug, long viewer) {
        lock(slug);
        return require(slug, viewer);
    }

    /**
     * Holds a group's row: memberships change one after the other. Rows that refer to it may come meanwhile.
     *
     * @throws NotFoundException when there is no such group
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long lock(String slug) {
        return jdbc.sql("select id from city_group where slug = ? for no key update")
                .param(slug)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * @throws NoOrganiserLeftException when somebody is the group's last organiser, and has members to hand it over to
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireAnother(long group, String slug, long librarian) {
        boolean last = jdbc.sql("""
                        select exists (select from membership where group_id = :group and librarian_id = :librarian and organiser)
                            and not exists (select from membership
                                where group_id = :group and librarian_id <> :librarian and organiser)
                            and exists (select from membership where group_id = :group and librarian_id <> :librarian)""")
                .param("group", group)
                .param("librarian", librarian)
                .query(Boolean.class)
                .single();
        if (last) {
            throw new NoOrganiserLeftException(slug);
        }
    }
}
