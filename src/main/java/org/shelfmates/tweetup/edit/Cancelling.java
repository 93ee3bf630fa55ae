package org.shelfmates.tweetup.edit;

import java.time.Clock;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.State;
import org.shelfmates.tweetup.Tweetup;
import org.shelfmates.tweetup.TweetupCancelled;
import org.shelfmates.tweetup.TweetupReopened;
import org.shelfmates.tweetup.WrongStateException;
import org.shelfmates.tweetup.planning.DecisionLine;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cancels tweetups, and takes it back. */
@Service
class Cancelling {

    private final Plans plans;
    private final DecisionLine decisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Cancelling(Plans plans, DecisionLine decisions, ApplicationEventPublisher events, Clock clock) {
        this.plans = plans;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    /** @throws WrongStateException when it is over or cancelled already */
    @Transactional(readOnly = true)
    Plans.Plan toCancel(long id, Viewer planner) {
        Plans.Plan plan = plans.plan(id, planner);
        if (!plan.mine()) {
            throw new AccessDeniedException("not a planner of tweetup " + id);
        }
        if (plan.state() == State.CANCELLED || plan.state() == State.HAPPENED) {
            throw new WrongStateException(plan.state());
        }
        return plan;
    }

    /** @throws WrongStateException when it is over or cancelled already */
    @Transactional
    void cancel(long id, long planner, String because) {
        Tweetup tweetup = plans.forChange(id, planner);
        tweetup.cancel(because, clock.instant());
        decisions.write(id, planner, "cancel.decision", because);
        events.publishEvent(new TweetupCancelled(id));
    }

    /** @throws WrongStateException when it is not cancelled */
    @Transactional
    void reopen(long id, long planner) {
        Tweetup tweetup = plans.forChange(id, planner);
        tweetup.reopen(clock.instant());
        decisions.write(id, planner, "reopen.decision");
        events.publishEvent(new TweetupReopened(id));
    }
}
