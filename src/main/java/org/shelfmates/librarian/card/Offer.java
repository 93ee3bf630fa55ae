package org.shelfmates.librarian.card;

/** What somebody can offer to others. */
public enum Offer {
    SPACE,
    HOSTING,
    LIFT,
    TALK,
    MENTORING
}
