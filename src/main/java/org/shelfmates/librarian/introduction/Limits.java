package org.shelfmates.librarian.introduction;

import java.time.Duration;

/** Against nagging. */
public final class Limits {

    /** How many somebody asks for in a week. */
    static final int A_WEEK = 5;

    static final Duration WEEK = Duration.ofDays(7);

    /** What nobody answers is over then, without a word. */
    public static final Duration OPEN = Duration.ofDays(60);

    /** After a "not now" the two are left alone for so long. */
    static final Duration PEACE = Duration.ofDays(365);

    private Limits() {}
}
