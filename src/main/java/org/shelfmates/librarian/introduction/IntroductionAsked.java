package org.shelfmates.librarian.introduction;

/** Somebody wants two to be introduced, and those of them who have not said so themselves are asked. */
public record IntroductionAsked(long id) {}
