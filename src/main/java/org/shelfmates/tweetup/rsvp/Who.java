package org.shelfmates.tweetup.rsvp;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** Somebody who may have answered an invitation: a librarian, or a guest. */
@NamedInterface("guests")
public record Who(
        long tweetupId,
        @Nullable Long librarianId,
        @Nullable Long guestId) {}
