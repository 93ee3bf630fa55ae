package org.shelfmates.tweetup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.librarian.Person;

/**
 * What a tweetup's page tells of the tweetup itself.
 *
 * @param plan Markdown
 * @param maybe how many may come
 * @param mine the viewer's own answer, or null
 */
record TweetupPage(
        TweetupCard card,
        String plan,
        List<Person> planners,
        int maybe,
        @Nullable Mine mine,
        Invitation invitation) {

    /**
     * @param standing null unless going
     * @param ahead how many wait before the viewer; 0 unless waiting
     */
    record Mine(Answer answer, @Nullable Standing standing, String note, int ahead) {}

    /** One line of the date-due slip. */
    record Row(Person person, Answer answer, @Nullable Standing standing, String note, Instant answeredAt) {}

    public boolean open() {
        return card.state() == State.SCHEDULED && !invitation.answersClosed();
    }

    /** The change that the viewer is asked about: the first since they said that they would come, or might. */
    public @Nullable Change reconsider() {
        return open() && mine != null && mine.answer() != Answer.NOT_GOING ? invitation.unseen() : null;
    }

    /** @param viewer who looks at the page, or null */
    public boolean plannedBy(@Nullable Viewer viewer) {
        return viewer != null && planners.stream().anyMatch(planner -> planner.id() == viewer.id());
    }

    /** The planner who greets newcomers, or null. */
    public @Nullable Person greeter() {
        Long id = invitation.details().greeterId();
        return planners.stream()
                .filter(planner -> id != null && planner.id() == id)
                .findFirst()
                .orElse(null);
    }

    /** Whether its start or end is shown alike by the clocks an hour later, since they go back that night. */
    public boolean comesAgain() {
        return card.startsAt() != null
                && card.endsAt() != null
                && (LocalTimes.comesAgain(card.startsAt(), card.zone())
                        || LocalTimes.comesAgain(card.endsAt(), card.zone()));
    }
}
