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
        @Nullable Event event) {

    /** Why a mail that was due is not sent. */
    enum Unwanted {
        /** They have chosen meanwhile to be told in another way. */
        SETTING,
        /** The address belongs to nobody who has confirmed it. */
        UNCONFIRMED,
        /** A mail server said that there is no such address. */
        REFUSED
    }

    /** A tweetup with a date. */
    record Event(long id, Instant start, Instant end, String venue, boolean cancelled, int version) {}

    /** @return the tweetup that it is about, or null */
    @Nullable
    Long tweetup() {
        return subject.startsWith("tweetup:") ? Long.valueOf(subject.substring("tweetup:".length())) : null;
    }
}
