package org.shelfmates.tweetup.poll;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The date that came of it, for a guest, and what they have answered to it.
 *
 * @param venue in words, may be empty
 * @param open whether one can still answer
 * @param mine {@code CONFIRMED}, {@code WAITING}, {@code MAYBE}, {@code NOT_GOING}, or null for no answer
 * @param ahead how many parties wait before them; 0 unless waiting
 */
record GuestDate(
        Instant start,
        Instant end,
        String venue,
        boolean open,
        @Nullable String mine,
        int ahead) {}
