package org.shelfmates.tweetup;

import java.util.Set;

/**
 * What somebody answers to an invitation.
 *
 * @param companions how many they bring, 0 or more
 * @param parts the ids of the parts that they come to; empty where a tweetup has none, or they do not come
 * @param visibleTo who sees their name
 * @param shareEmail whether the planners may see their address
 */
record Wish(Answer answer, int companions, Set<Long> parts, String note, Visibility visibleTo, boolean shareEmail) {

    /** Nothing but an answer. */
    static Wish of(Answer answer) {
        return new Wish(answer, 0, Set.of(), "", Visibility.EVERYONE, false);
    }

    /** How many places it takes. */
    int size() {
        return 1 + companions;
    }
}
