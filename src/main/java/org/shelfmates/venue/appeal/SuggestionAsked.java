package org.shelfmates.venue.appeal;

/** A guest has suggested a venue, and has still to say by the link in a mail that it was them. */
public record SuggestionAsked(long suggestionId) {}
