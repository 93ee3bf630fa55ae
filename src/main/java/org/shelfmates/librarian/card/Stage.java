package org.shelfmates.librarian.card;

/** Where in their career somebody is. */
public enum Stage {
    STUDENT,
    NEW,
    ESTABLISHED,
    LEADING,
    BETWEEN,
    RETURNING,
    RETIRED
}
