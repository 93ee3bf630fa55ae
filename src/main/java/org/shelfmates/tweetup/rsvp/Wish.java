package org.shelfmates.tweetup.rsvp;

import java.util.Set;
import org.shelfmates.tweetup.Answer;
import org.shelfmates.tweetup.Visibility;

/**
 * What somebody answers to an invitation.
 *
 * @param companions how many they bring, 0 or more
 * @param parts the ids of the parts that they come to; empty where a tweetup has none, or they do not come
 * @param visibleTo who sees their name
 * @param shareEmail whether the planners may see their address
 */
public record Wish(
        Answer answer, int companions, Set<Long> parts, String note, Visibility visibleTo, boolean shareEmail) {

    /** Nothing but an answer. */
    public static Wish of(Answer answer) {
        return new Wish(answer, 0, Set.of(), "", Visibility.EVERYONE, false);
    }

    /** The same with another answer. */
    Wish saying(Answer other) {
        return new Wish(other, companions, parts, note, visibleTo, shareEmail);
    }

    /** How many places it takes. */
    int size() {
        return 1 + companions;
    }
}
