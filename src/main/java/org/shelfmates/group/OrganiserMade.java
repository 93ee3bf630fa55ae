package org.shelfmates.group;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member organises a group from now on.
 *
 * @param by the organiser who made them one; who takes over a group that nobody runs did it themselves
 * @param at when; null where the version before published it
 */
public record OrganiserMade(
        long groupId, long librarianId, long by, @Nullable Instant at) {}
