package org.shelfmates.tweetup.poll;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a mail to a guest says who answers polls.
 *
 * @param title of the tweetup
 * @param path with its secret, to be made an absolute address
 * @param startsAt the tweetup's date, null where it has none
 */
public record BallotLetter(
        String email,
        String name,
        String language,
        String title,
        String path,
        @Nullable Instant startsAt,
        ZoneId zone) {}
