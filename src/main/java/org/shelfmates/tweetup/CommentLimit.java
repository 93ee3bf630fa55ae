package org.shelfmates.tweetup;

import java.time.Duration;
import org.shelfmates.account.Viewer;
import org.shelfmates.web.RateLimits;
import org.shelfmates.web.TooManyRequestsException;
import org.springframework.stereotype.Component;

/** How often a librarian may write in conversations on tweetups, wherever the words are typed. */
@Component
public class CommentLimit {

    private static final int POSTED = 120;
    private static final Duration PER = Duration.ofHours(1);

    private final RateLimits limits;

    CommentLimit(RateLimits limits) {
        this.limits = limits;
    }

    /** @throws TooManyRequestsException when there were too many */
    public void take(Viewer author) {
        limits.take("comment", author.handle(), POSTED, PER);
    }
}
