package org.shelfmates.tweetup.rsvp;

import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.TweetupReopened;
import org.shelfmates.tweetup.TweetupScheduled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives out the places that became free while there was no date ahead, as soon as there is one again: in the transaction that
 * brings it about, so that nobody who answers next is let in before those who wait.
 */
@Component
class Refilling {

    private final Plans plans;
    private final Answering answering;

    Refilling(Plans plans, Answering answering) {
        this.plans = plans;
        this.answering = answering;
    }

    @EventListener
    void on(TweetupScheduled scheduled) {
        answering.fill(plans.locked(scheduled.tweetupId()));
    }

    @EventListener
    void on(TweetupReopened reopened) {
        answering.fill(plans.locked(reopened.tweetupId()));
    }
}
