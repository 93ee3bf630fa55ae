package org.shelfmates.venue.appeal;

/** A suggestion stands on an appeal from now on: its author is known, and its venue is in the directory. */
public record AppealAnswered(long suggestionId) {}
