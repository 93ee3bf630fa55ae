package org.shelfmates.conversation;

import java.util.regex.Pattern;

/**
 * What a thread is about, by reference: conversations know no subject, each module makes references to its own.
 *
 * @param kind one lower-case word, such as {@code tweetup}
 */
public record Subject(String kind, long id) {

    private static final Pattern KIND = Pattern.compile("[a-z]+");

    public Subject {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("not a kind: " + kind);
        }
    }

    /** @param word as {@link #toString} gives it */
    public static Subject of(String word) {
        int colon = word.indexOf(':');
        return new Subject(word.substring(0, colon), Long.parseLong(word.substring(colon + 1)));
    }

    /** As it is kept: {@code tweetup:42}. */
    @Override
    public String toString() {
        return kind + ':' + id;
    }
}
