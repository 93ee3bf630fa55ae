package org.shelfmates.tweetup.talk;

/**
 * What a mail says to a guest who has written a comment.
 *
 * @param path with its secret, to be made an absolute address
 */
public record GuestCommentLetter(String email, String name, String language, String title, String path) {}
