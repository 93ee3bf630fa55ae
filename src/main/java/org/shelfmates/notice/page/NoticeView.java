package org.shelfmates.notice.page;

import java.time.Instant;

/**
 * A notice as its reader sees it, or several as one.
 *
 * @param id of the newest of them
 * @param line what happened, in the reader's words
 */
public record NoticeView(long id, String line, String path, Instant at, boolean unread) {}
