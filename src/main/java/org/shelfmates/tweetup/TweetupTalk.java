package org.shelfmates.tweetup;

import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.SubjectKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets people talk about tweetups: everybody, moderated by the planners. */
@Component
class TweetupTalk implements SubjectKind {

    private final Plans plans;

    TweetupTalk(Plans plans) {
        this.plans = plans;
    }

    @Override
    public String kind() {
        return Tweetup.subject(0).kind();
    }

    @Override
    @Transactional(readOnly = true)
    public Topic topic(long id, @Nullable Long viewer) {
        Tweetup tweetup = plans.find(id);
        Plans.Plan plan = plans.plan(tweetup, viewer != null && tweetup.isPlannedBy(viewer));
        return new Topic(plan.title(), plan.path(), plan.zone(), plan.mine());
    }
}
