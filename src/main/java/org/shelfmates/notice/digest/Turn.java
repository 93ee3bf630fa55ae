package org.shelfmates.notice.digest;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.shelfmates.notice.Channel;

/**
 * One librarian's digest that is due, claimed by this instance.
 *
 * @param channel DAILY or WEEKLY
 * @param since until when they have been told
 * @param due the 8:00 that it is for
 * @param news whether they want to hear of what is new, and not only what waits for them
 */
record Turn(
        long librarianId,
        Channel channel,
        String email,
        Locale language,
        ZoneId zone,
        double latitude,
        double longitude,
        Instant since,
        Instant due,
        boolean news) {

    /** The same for one morning, however often it is tried. */
    String messageId() {
        return "digest-" + librarianId + "-" + channel.name().toLowerCase(Locale.ROOT) + "-" + due.getEpochSecond();
    }
}
