package org.shelfmates.conversation.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.Level;
import org.shelfmates.conversation.SubjectKind.Title;

/**
 * A thread in somebody's ledger.
 *
 * @param title of what it is about
 * @param last the position of its last comment
 * @param lastAt when that was written
 * @param lastBy who wrote it, null where it is gone
 * @param unread how many comments of others the reader has not looked at, {@value #MANY} at most
 * @param waiting whether somebody waits for the reader's answer
 */
public record LedgerEntry(
        long thread,
        Title title,
        int last,
        Instant lastAt,
        @Nullable String lastBy,
        Level level,
        int unread,
        boolean waiting) {

    /** It is not told more exactly how many they are. */
    static final int MANY = 1000;

    /** What marking it read sends: up to what was on the page, and no further. */
    public String read() {
        return thread + ":" + last;
    }

    public boolean muted() {
        return level == Level.MUTED;
    }
}
