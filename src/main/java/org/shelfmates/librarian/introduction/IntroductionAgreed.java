package org.shelfmates.librarian.introduction;

/**
 * Both said yes: they follow each other, and have a conversation.
 *
 * @param by who said so last
 */
public record IntroductionAgreed(long id, long by, long exchangeId) {}
