package org.shelfmates.conversation;

import java.time.Duration;
import org.shelfmates.web.RateLimits;
import org.shelfmates.web.TooManyRequestsException;
import org.springframework.stereotype.Component;

/** How often somebody may comment, whether on the site or by mail. */
@Component
public class CommentLimits {

    private static final int LIBRARIANS = 120;
    private static final int GUESTS = 30;
    private static final Duration PER = Duration.ofHours(1);

    private final RateLimits limits;

    CommentLimits(RateLimits limits) {
        this.limits = limits;
    }

    /** @throws TooManyRequestsException when a librarian has posted too many */
    public void take(String handle) {
        limits.take("comment", handle, LIBRARIANS, PER);
    }

    /** @throws TooManyRequestsException when a guest has */
    public void takeAsGuest(long guestId) {
        limits.take("guest-comment", "" + guestId, GUESTS, PER);
    }
}
