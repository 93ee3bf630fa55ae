package org.shelfmates.tweetup.recap;

import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.Attendance;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.rsvp.GuestRsvps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether who came would meet at this venue again. Each says so for themselves; only the sums are told. */
@Service
class Verdicts {

    private final Plans plans;
    private final GuestRsvps answers;
    private final JdbcClient jdbc;

    Verdicts(Plans plans, GuestRsvps answers, JdbcClient jdbc) {
        this.plans = plans;
        this.answers = answers;
        this.jdbc = jdbc;
    }

    /** @throws AccessDeniedException for who did not come */
    @Transactional
    Plans.Plan ofLibrarian(long id, Viewer viewer, boolean again) {
        Plans.Plan plan = plans.plan(id, viewer).over();
        keep(jdbc.sql("update rsvp set again = ? where tweetup_id = ? and librarian_id = ? and "
                        + Attendance.came("rsvp"))
                .params(again, id, viewer.id())
                .update());
        return plan;
    }

    /**
     * @param token of a guest's private link
     * @return false when it manages no answer any more
     * @throws AccessDeniedException for who did not come
     */
    @Transactional
    boolean ofGuest(String token, boolean again) {
        GuestRsvps.Link link = answers.link(token);
        if (link.use() != GuestRsvps.Use.MANAGE || link.rsvpId() == null || link.tweetupId() == null) {
            return false;
        }
        plans.plan(link.tweetupId(), null).over();
        keep(jdbc.sql("update rsvp set again = ? where id = ? and " + Attendance.came("rsvp"))
                .params(again, link.rsvpId())
                .update());
        return true;
    }

    private static void keep(int changed) {
        if (changed == 0) {
            throw new AccessDeniedException("did not come");
        }
    }
}
