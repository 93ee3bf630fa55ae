package org.shelfmates.conversation;

/** Why nothing of a comment is shown: who deleted it, or that its author hides from the reader. */
public enum Deletion {
    AUTHOR,
    PLANNER,
    HIDDEN
}
