package org.shelfmates.librarian.programme;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Joining and leaving, being seen or not, and ticking things off. Each says how it is to be: twice does no harm. */
@Service
class Belonging {

    private final JdbcClient jdbc;
    private final Clock clock;

    Belonging(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private long id(String slug) {
        return jdbc.sql("select id from programme where slug = ?")
                .param(slug)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    @Transactional
    void join(String slug, long librarian) {
        jdbc.sql("insert into programme_member (programme_id, librarian_id, joined_at) values (?, ?, ?)"
                        + " on conflict do nothing")
                .params(id(slug), librarian, Timestamp.from(clock.instant()))
                .update();
    }

    /** What was ticked off stays, for when they come back. */
    @Transactional
    void leave(String slug, long librarian) {
        jdbc.sql("delete from programme_member where programme_id = ? and librarian_id = ?")
                .params(id(slug), librarian)
                .update();
    }

    /** @throws AccessDeniedException for who is no member */
    @Transactional
    void show(String slug, long librarian, boolean shown) {
        int done = jdbc.sql("update programme_member set shown = ? where programme_id = ? and librarian_id = ?")
                .params(shown, id(slug), librarian)
                .update();
        if (done == 0) {
            throw new AccessDeniedException("no member");
        }
    }

    /**
     * @param done the positions of all that is done; the others are not
     * @throws AccessDeniedException for who is no member
     * @throws BadRequestException for a thing that there is not
     */
    @Transactional
    void tick(String slug, long librarian, List<Integer> done) {
        long programme = id(slug);
        boolean member = jdbc.sql(
                        "select exists (select from programme_member where programme_id = ? and librarian_id = ?)")
                .params(programme, librarian)
                .query(Boolean.class)
                .single();
        if (!member) {
            throw new AccessDeniedException("no member");
        }
        List<Integer> all = jdbc.sql("select position from thing where programme_id = ?")
                .param(programme)
                .query(Integer.class)
                .list();
        BadRequestException.unless(all.containsAll(done), "no such thing");
        Integer[] positions = done.toArray(Integer[]::new);
        jdbc.sql("""
                        delete from thing_done d using thing t where t.id = d.thing_id and t.programme_id = :programme
                            and d.librarian_id = :librarian and t.position <> all(:done::integer[])""")
                .param("programme", programme)
                .param("librarian", librarian)
                .param("done", positions)
                .update();
        jdbc.sql("""
                        insert into thing_done (thing_id, librarian_id, done_at)
                        select id, :librarian, :now from thing where programme_id = :programme
                            and position = any(:done::integer[]) on conflict do nothing""")
                .param("programme", programme)
                .param("librarian", librarian)
                .param("now", Timestamp.from(clock.instant()))
                .param("done", positions)
                .update();
    }
}
