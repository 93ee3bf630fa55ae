package org.shelfmates.tweetup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.librarian.Person;

/**
 * What a tweetup's page tells of the tweetup itself.
 *
 * @param plan Markdown
 * @param maybe how many may come
 * @param parts in the order of the invitation; most tweetups have none
 * @param companionsMax how many each person may bring
 * @param mine the viewer's own answer, or null
 * @param around the occasion that it hangs on, or null
 * @param memory what is kept of it when it is over
 * @param series that it belongs to, or null
 * @param space what the directory knows of its venue, and whether one is asked for
 * @param held how many comments of guests wait for a planner
 */
public record TweetupPage(
        TweetupCard card,
        String plan,
        List<Person> planners,
        int maybe,
        List<Part> parts,
        int companionsMax,
        @Nullable Mine mine,
        Invitation invitation,
        @Nullable Around around,
        Memory memory,
        @Nullable InSeries series,
        Space space,
        int held) {

    /**
     * A part that one can come to alone.
     *
     * @param left how many places it has left, null for any number
     */
    record Part(long id, String name, @Nullable Integer left) {}

    /**
     * @param standing null unless going
     * @param ahead how many parties wait before the viewer; 0 unless waiting
     * @param came as {@link Attendance} says; matters when it is over
     * @param again whether they would meet here again, null where they have not said
     */
    public record Mine(
            Answer answer,
            @Nullable Standing standing,
            String note,
            int companions,
            List<Long> parts,
            Visibility visibleTo,
            boolean shareEmail,
            int ahead,
            boolean came,
            @Nullable Boolean again) {}

    /** Whether one can still answer. */
    public boolean open() {
        return card.state() == State.SCHEDULED && !invitation.answersClosed();
    }

    /** The change that the viewer is asked about: the first since they said that they would come, or might. */
    public @Nullable Change reconsider() {
        return open() && mine != null && mine.answer() != Answer.NOT_GOING ? invitation.unseen() : null;
    }

    /** @param viewer who looks at the page, or null */
    public boolean plannedBy(@Nullable Viewer viewer) {
        return viewer != null && plannedBy(viewer.id());
    }

    /** @param librarian whoever looks at the page */
    public boolean plannedBy(long librarian) {
        return planners.stream().anyMatch(planner -> planner.id() == librarian);
    }

    /** The planner who greets newcomers, or null. */
    public @Nullable Person greeter() {
        Long id = invitation.details().greeterId();
        return planners.stream()
                .filter(planner -> id != null && planner.id() == id)
                .findFirst()
                .orElse(null);
    }

    /** What the clocks do at its start, or else at its end. */
    public Clocks clocks() {
        if (card.startsAt() == null || card.endsAt() == null) {
            return Clocks.NOTHING;
        }
        Clocks atStart = Clocks.at(card.startsAt(), card.zone());
        return atStart == Clocks.NOTHING ? Clocks.at(card.endsAt(), card.zone()) : atStart;
    }
}
