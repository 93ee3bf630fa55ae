package org.shelfmates.tweetup.edit;

import java.sql.Timestamp;
import java.time.Clock;
import org.shelfmates.librarian.Sight;
import org.shelfmates.tweetup.PlannerInvited;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks somebody to plan a new tweetup too, such as the visitor whom it is for. */
@Component
class AskingAlong {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AskingAlong(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Nobody is asked by a handle that is nobody's, or of somebody whom the planner may not see: the tweetup is there all the same. */
    @Transactional(propagation = Propagation.MANDATORY)
    void ask(long tweetup, long planner, String handle) {
        if (handle.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into planner_invitation (tweetup_id, librarian_id, invited_by, invited_at)
                        select :tweetup, l.id, :viewer, :now from librarian l join account a on a.id = l.id
                        where a.handle = :handle and l.id <> :viewer and """ + " " + Sight.OF_VIEWER + """
                         on conflict do nothing returning librarian_id""")
                .param("tweetup", tweetup)
                .param("viewer", planner)
                .param("handle", handle)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional()
                .ifPresent(asked -> events.publishEvent(new PlannerInvited(tweetup, asked, planner)));
    }
}
