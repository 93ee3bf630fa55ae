package org.shelfmates.tweetup.edit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.Scope;
import org.shelfmates.tweetup.State;
import org.shelfmates.tweetup.Tweetup;
import org.shelfmates.tweetup.TweetupCancelled;
import org.shelfmates.tweetup.TweetupReopened;
import org.shelfmates.tweetup.WrongStateException;
import org.shelfmates.tweetup.planning.DecisionLine;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cancels tweetups, and takes it back. */
@Service
public class Cancelling {

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
        Plans.Plan plan = plans.plan(id, planner).forPlanner();
        if (plan.state() == State.CANCELLED || plan.state() == State.HAPPENED) {
            throw new WrongStateException(plan.state());
        }
        return plan;
    }

    /** @throws WrongStateException when it is over or cancelled already */
    @Transactional
    public void cancel(long id, long planner, Scope scope, String because) {
        List<Tweetup> later = plans.later(id, planner, scope);
        cancel(plans.forChange(id, planner), planner, because);
        later.forEach(tweetup -> cancel(tweetup, planner, because));
    }

    private void cancel(Tweetup tweetup, long planner, String because) {
        tweetup.cancel(because, clock.instant());
        decisions.write(tweetup.id(), planner, "cancel.decision", because);
        events.publishEvent(new TweetupCancelled(tweetup.id(), planner));
    }

    /** @throws WrongStateException when it is not cancelled */
    @Transactional
    void reopen(long id, long planner) {
        Tweetup tweetup = plans.forChange(id, planner);
        Instant now = clock.instant();
        tweetup.reopen(now);
        decisions.write(id, planner, "reopen.decision");
        events.publishEvent(new TweetupReopened(id, planner, now));
    }
}
