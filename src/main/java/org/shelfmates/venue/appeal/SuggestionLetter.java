package org.shelfmates.venue.appeal;

/**
 * What a mail says to a guest who has suggested a venue.
 *
 * @param path with its secret, to be made an absolute address
 */
public record SuggestionLetter(String email, String name, String language, String words, String path) {}
