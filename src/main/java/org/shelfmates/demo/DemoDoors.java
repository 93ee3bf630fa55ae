package org.shelfmates.demo;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes how the demo's groups let people in, and who is waiting at their doors. */
class DemoDoors {

    private static final Duration AGO = Duration.ofHours(40);

    private final JdbcClient jdbc;
    private final Timestamp at;

    DemoDoors(JdbcClient jdbc, Instant now) {
        this.jdbc = jdbc;
        this.at = Timestamp.from(now.minus(AGO));
    }

    void write(Script.Group group) {
        if (group.admission() == null) {
            return;
        }
        jdbc.sql("update city_group set admission = ?, question = coalesce(?, '') where slug = ?")
                .params(group.admission(), group.question(), group.slug())
                .update();
        group.requests()
                .forEach((handle, answer) ->
                        jdbc.sql("""
                        insert into join_request (group_id, librarian_id, answer, asked_at)
                        select g.id, a.id, ?, ? from city_group g, account a where g.slug = ? and a.handle = ?""").params(answer, at, group.slug(), handle).update());
        group.invited()
                .forEach(handle -> jdbc.sql("""
                        insert into group_invitation (group_id, librarian_id, invited_by, invited_at)
                        select g.id, a.id, o.id, ? from city_group g, account a, account o
                        where g.slug = ? and a.handle = ? and o.handle = ?""")
                        .params(at, group.slug(), handle, group.organisers().get(0))
                        .update());
    }
}
