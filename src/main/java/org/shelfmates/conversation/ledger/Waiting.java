package org.shelfmates.conversation.ledger;

/** When somebody waits for an answer of the reader. */
final class Waiting {

    /** Of a subscription {@code s}: somebody answered the reader, who has not written since. */
    static final String SQL = "s.asked > s.wrote";

    private Waiting() {}
}
