package org.shelfmates.tweetup.planning;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.shelfmates.librarian.People;
import org.shelfmates.librarian.Person;
import org.shelfmates.tweetup.PlannerInvited;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.Tweetup;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who plans a tweetup: planners ask others to plan with them, and step down. */
@Service
class Planners {

    private final Plans plans;
    private final People people;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Planners(Plans plans, People people, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.plans = plans;
        this.people = people;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** What came of asking somebody. */
    enum Asked {
        DONE,
        UNKNOWN,
        PLANNER,
        BEFORE
    }

    @Transactional
    public Asked invite(long tweetupId, long planner, String handle) {
        Tweetup tweetup = plans.forChange(tweetupId, planner);
        Optional<Long> found = idOf(handle, planner);
        if (found.isEmpty()) {
            return Asked.UNKNOWN;
        }
        long librarian = found.get();
        if (tweetup.isPlannedBy(librarian)) {
            return Asked.PLANNER;
        }
        int asked = jdbc.sql("insert into planner_invitation (tweetup_id, librarian_id, invited_by, invited_at)"
                        + " values (?, ?, ?, ?) on conflict do nothing")
                .params(tweetupId, librarian, planner, Timestamp.from(clock.instant()))
                .update();
        if (asked == 0) {
            return Asked.BEFORE;
        }
        events.publishEvent(new PlannerInvited(tweetupId, librarian, planner));
        return Asked.DONE;
    }

    private Optional<Long> idOf(String handle, long planner) {
        return people.find(handle, planner).map(Person::id);
    }

    /** @throws NotFoundException when nobody of that handle is asked */
    @Transactional
    public void withdraw(long tweetupId, long planner, String handle) {
        plans.forChange(tweetupId, planner);
        remove(tweetupId, idOf(handle, planner).orElseThrow(NotFoundException::new));
    }

    /** @throws NotFoundException when the librarian is not asked */
    @Transactional
    public void accept(long tweetupId, long librarian) {
        Tweetup tweetup = plans.locked(tweetupId);
        if (tweetup.isPlannedBy(librarian)) {
            return; // pressed twice
        }
        remove(tweetupId, librarian);
        tweetup.addPlanner(librarian);
    }

    /** @throws NotFoundException when the librarian is not asked */
    @Transactional
    public void decline(long tweetupId, long librarian) {
        remove(tweetupId, librarian);
    }

    private void remove(long tweetupId, long librarian) {
        int removed = jdbc.sql("delete from planner_invitation where tweetup_id = ? and librarian_id = ?")
                .params(tweetupId, librarian)
                .update();
        if (removed == 0) {
            throw new NotFoundException();
        }
    }

    /**
     * Where one planner is left, nobody else can agree any more: what waits for it is dropped and can be settled anew.
     *
     * @return false for the only planner, who stays
     * @throws AccessDeniedException for anybody who is no planner
     */
    @Transactional
    public boolean stepDown(long tweetupId, long planner) {
        Tweetup tweetup = plans.forChange(tweetupId, planner);
        boolean gone = tweetup.stepDown(planner);
        if (gone && tweetup.plannedByOne()) {
            tweetup.requireAgreement(false);
            jdbc.sql("delete from proposal where tweetup_id = ?")
                    .param(tweetupId)
                    .update();
        }
        return gone;
    }
}
