package org.shelfmates.librarian.follow;

/** To whom a librarian shows whom they follow and who follows them; their words are the messages {@code follow.shown.*}. */
public enum Shown {
    EVERYONE,
    MEMBERS,
    NOBODY
}
