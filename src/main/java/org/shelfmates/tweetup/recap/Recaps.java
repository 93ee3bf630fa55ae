package org.shelfmates.tweetup.recap;

import java.sql.Timestamp;
import java.time.Clock;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.web.BadRequestException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The recaps of tweetups, written by their planners. */
@Service
class Recaps {

    private static final RecapForm NONE = new RecapForm("0", "");

    private final Plans plans;
    private final JdbcClient jdbc;
    private final Clock clock;

    Recaps(Plans plans, JdbcClient jdbc, Clock clock) {
        this.plans = plans;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param saved what is saved, as a form is filled with it */
    record Page(Plans.Plan plan, RecapForm saved) {}

    /**
     * @throws AccessDeniedException for anybody but its planners
     * @throws org.shelfmates.tweetup.WrongStateException before it is over
     */
    @Transactional(readOnly = true)
    Page page(long id, Viewer planner) {
        return new Page(plans.plan(id, planner).forPlanner().over(), saved(id));
    }

    private RecapForm saved(long id) {
        return jdbc.sql("select version, body from recap where tweetup_id = ?")
                .param(id)
                .query((row, n) -> new RecapForm(row.getString("version"), row.getString("body")))
                .optional()
                .orElse(NONE);
    }

    /** @return false, and nothing is saved, when another planner saved something else after the form was filled */
    @Transactional
    boolean save(long id, Viewer planner, RecapForm form) {
        BadRequestException.unless(form.version().matches("\\d{1,9}"), "no version");
        plans.changing(id, planner.id()).over();
        RecapForm saved = saved(id);
        if (saved.body().equals(form.body())) {
            return true; // the same form sent twice is no conflict
        }
        if (Integer.parseInt(saved.version()) != Integer.parseInt(form.version())) {
            return false;
        }
        jdbc.sql("""
                        insert into recap (tweetup_id, body, written_by, written_at, version)
                        values (:id, :body, :planner, :now, 1)
                        on conflict (tweetup_id) do update set body = excluded.body, written_by = excluded.written_by,
                            written_at = excluded.written_at, version = recap.version + 1""")
                .param("id", id)
                .param("body", form.body())
                .param("planner", planner.id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return true;
    }
}
