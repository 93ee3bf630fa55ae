package org.shelfmates.librarian.follow;

import org.shelfmates.librarian.LibrarianCard;

/**
 * Somebody in a list of follows.
 *
 * @param followed whether the viewer follows them
 * @param followsYou whether they follow the viewer
 * @param mutual whether they and the list's owner follow each other
 */
public record FollowCard(LibrarianCard card, boolean followed, boolean followsYou, boolean mutual) {}
