package org.shelfmates.tweetup.rsvp;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What a mail to a guest says.
 *
 * @param path with its secret, to be made an absolute address
 * @param state {@code confirm}, or for an answer that stands {@code CONFIRMED}, {@code WAITING}, {@code MAYBE} or
 *     {@code NOT_GOING}
 * @param heldUntil until when the place is kept, null where none is
 */
@NamedInterface("guests")
public record GuestLetter(
        String email,
        String name,
        String language,
        String title,
        String path,
        String state,
        @Nullable Instant heldUntil,
        ZoneId zone) {}
