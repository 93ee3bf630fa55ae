package org.shelfmates.librarian.card;

/** Who sees a part of a card. Its librarian always does. */
public enum Audience {
    EVERYONE,
    MEMBERS,
    /** Whom the card's librarian follows. */
    FOLLOWED,
    NOBODY
}
