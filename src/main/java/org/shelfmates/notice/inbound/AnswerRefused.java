package org.shelfmates.notice.inbound;

/**
 * Somebody's answer by mail was not taken, and they are to be told.
 *
 * @param about the id of their mail, empty where it has none
 */
record AnswerRefused(String email, String language, Refusal why, String about) {}
