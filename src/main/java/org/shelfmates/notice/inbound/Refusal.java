package org.shelfmates.notice.inbound;

import java.util.Locale;

/** Why an answer does not become a comment. Its words are {@code answer.refused.<NAME>}. */
enum Refusal {
    /** What it answers is not there any more, or not for them. */
    GONE,
    /** Nothing is left of it without what it quotes. */
    EMPTY,
    /** Longer than a comment. */
    LONG,
    /** A mail with more than an answer in it. */
    LARGE,
    /** As often as somebody may comment on the site, they have. */
    OFTEN;

    private static final String KIND = "answer-";

    String message() {
        return "answer.refused." + name();
    }

    /** Of the mail that says so. */
    String kind() {
        return KIND + name().toLowerCase(Locale.ROOT);
    }

    static Refusal ofKind(String kind) {
        return valueOf(kind.substring(KIND.length()).toUpperCase(Locale.ROOT));
    }
}
