package org.shelfmates.notice.inbound;

/** Why an answer does not become a comment. Its words are {@code answer.refused.<NAME>}. */
enum Refusal {
    /** It comes from another address than the one that the mail went to. */
    STRANGER,
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

    String message() {
        return "answer.refused." + name();
    }
}
