package org.shelfmates.tweetup.talk;

import java.time.Instant;
import java.util.List;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.web.Markdown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What planners decide about guests' comments: whether they wait, and each that does. */
@Service
class HeldComments {

    private static final int SHOWN = 100;

    private final Plans plans;
    private final GuestTalk talk;
    private final JdbcClient jdbc;
    private final Markdown markdown;

    HeldComments(Plans plans, GuestTalk talk, JdbcClient jdbc, Markdown markdown) {
        this.plans = plans;
        this.talk = talk;
        this.jdbc = jdbc;
        this.markdown = markdown;
    }

    /** @param html safe to put into a page as it is */
    record Held(long id, String name, String html, Instant askedAt) {}

    /** @param held the first hundred, oldest first; those after them follow when these are decided */
    record Page(Plans.Plan plan, boolean hold, List<Held> held) {}

    /** @throws AccessDeniedException for anybody but its planners */
    @Transactional(readOnly = true)
    Page page(long tweetupId, Viewer viewer) {
        Plans.Plan plan = plans.plan(tweetupId, viewer);
        if (!plan.mine()) {
            throw new AccessDeniedException("not a planner of tweetup " + tweetupId);
        }
        List<Held> held = jdbc.sql("""
                        select id, name, body, asked_at from guest_comment
                        where tweetup_id = ? and used_at is not null and done_at is null order by id limit ?""")
                .params(tweetupId, SHOWN)
                .query((row, n) -> new Held(
                        row.getLong("id"),
                        row.getString("name"),
                        markdown.html(row.getString("body")),
                        row.getTimestamp("asked_at").toInstant()))
                .list();
        boolean hold = jdbc.sql("select hold_guests from tweetup where id = ?")
                .param(tweetupId)
                .query(Boolean.class)
                .single();
        return new Page(plan, hold, held);
    }

    /** From now on; those that wait go on waiting. */
    @Transactional
    void hold(long tweetupId, long planner, boolean on) {
        plans.changing(tweetupId, planner);
        jdbc.sql("update tweetup set hold_guests = ? where id = ?")
                .params(on, tweetupId)
                .update();
    }

    @Transactional
    void decide(long tweetupId, long planner, long id, boolean publish) {
        plans.changing(tweetupId, planner);
        if (publish) {
            talk.publish(tweetupId, id);
        } else {
            talk.refuse(tweetupId, id);
        }
    }
}
