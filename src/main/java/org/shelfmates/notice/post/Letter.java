package org.shelfmates.notice.post;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shelfmates.notice.Kind;

/**
 * A mail that is to be sent now, claimed by this instance.
 *
 * @param words as {@link org.shelfmates.notice.Word} keeps them
 * @param unwanted why it must not be sent any more, or null
 * @param answered the notice by which the same reader was told of the comment that this one answers, or null
 * @param event what stands in the reader's calendar, or null
 */
record Letter(
        long id,
        Kind kind,
        String subject,
        String actor,
        String title,
        String path,
        String words,
        int tries,
        @Nullable Long librarianId,
        @Nullable Long guestId,
        String email,
        Locale language,
        @Nullable Unwanted unwanted,
        @Nullable Long answered,
        @Nullable Event event)
        implements Claimed {

    @Override
    public Queue queue() {
        return Queue.NOTICES;
    }

    /** A tweetup with a date. */
    record Event(long id, Instant start, Instant end, String venue, boolean cancelled, int version) {}

    /** @return the tweetup that it is about, or null */
    @Nullable
    Long tweetup() {
        return subject.startsWith("tweetup:") ? Long.valueOf(subject.substring("tweetup:".length())) : null;
    }
}
