package org.shelfmates.tweetup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;

/**
 * What a tweetup's page tells of the tweetup itself.
 *
 * @param plan Markdown
 * @param maybe how many may come
 * @param mine the viewer's own answer, or null
 * @param around the occasion that it hangs on, or null
 */
record TweetupPage(
        TweetupCard card,
        String plan,
        List<Person> planners,
        int maybe,
        @Nullable Mine mine,
        @Nullable Around around) {

    /**
     * @param standing null unless going
     * @param ahead how many wait before the viewer; 0 unless waiting
     */
    record Mine(Answer answer, @Nullable Standing standing, String note, int ahead) {}

    /** One line of the date-due slip. */
    record Row(Person person, Answer answer, @Nullable Standing standing, String note, Instant answeredAt) {}

    public boolean open() {
        return card.state() == State.SCHEDULED;
    }
}
