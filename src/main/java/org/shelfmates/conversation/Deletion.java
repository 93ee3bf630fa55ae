package org.shelfmates.conversation;

/** Who deleted a comment. */
public enum Deletion {
    AUTHOR,
    PLANNER
}
