package org.shelfmates.conversation.ledger;

/** When somebody waits for an answer of the reader. */
final class Waiting {

    /** Of a subscription {@code s}: somebody answered or named the reader, or asked something where they plan, and the reader has not written since. */
    static final String SQL = "s.asked > s.wrote";

    private Waiting() {}
}
