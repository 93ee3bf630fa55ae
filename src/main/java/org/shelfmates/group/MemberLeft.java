package org.shelfmates.group;

/**
 * A librarian belongs to a group no more. Told inside the transaction.
 *
 * @param releaseAnswers whether what they answered of the group's coming tweetups is to be taken back
 */
public record MemberLeft(long groupId, long librarianId, boolean releaseAnswers) {}
