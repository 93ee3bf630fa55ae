package org.shelfmates.tweetup.rsvp;

import org.shelfmates.group.MemberLeft;
import org.shelfmates.tweetup.GroupAnswers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes back what somebody answered of a group's coming tweetups, who leaves the group and wants that: in the same transaction,
 * so that the places go at once to those who wait.
 */
@Component
class Leaving {

    private final GroupAnswers answers;
    private final Answering answering;

    Leaving(GroupAnswers answers, Answering answering) {
        this.answers = answers;
        this.answering = answering;
    }

    @EventListener
    void on(MemberLeft event) {
        if (event.releaseAnswers()) {
            answers.toRelease(event.groupId(), event.librarianId())
                    .forEach(tweetup -> answering.giveBack(tweetup, event.librarianId()));
        }
    }
}
