package org.shelfmates.conversation;

/**
 * A comment was marked as the answer to a question, which it was not before. Published in the transaction that marks it.
 *
 * @param by the librarian who did it
 */
public record AnswerMarked(long questionId, long answerId, long by) {}
