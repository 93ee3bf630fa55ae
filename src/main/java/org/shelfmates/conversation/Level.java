package org.shelfmates.conversation;

/** How much of a thread somebody who has it in the ledger wants to be told. */
public enum Level {
    /** Every comment. */
    FOLLOW,
    /** What is said to them: answers and mentions; the rest waits in the ledger. What everybody begins with. */
    REPLIES,
    /** Nothing, whatever happens, until they say otherwise. */
    MUTED
}
