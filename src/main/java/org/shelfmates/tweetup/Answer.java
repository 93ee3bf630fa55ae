package org.shelfmates.tweetup;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether somebody comes. */
public enum Answer {
    GOING,
    MAYBE,
    NOT_GOING;

    /** As forms send it: {@code going}, {@code maybe}, {@code not-going}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Answer> of(String word) {
        return Stream.of(values()).filter(answer -> answer.word().equals(word)).findFirst();
    }
}
