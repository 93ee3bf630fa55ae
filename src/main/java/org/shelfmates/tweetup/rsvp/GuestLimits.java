package org.shelfmates.tweetup.rsvp;

import java.time.Duration;
import java.util.Locale;
import org.shelfmates.web.RateLimits;
import org.shelfmates.web.Settings;
import org.shelfmates.web.TooManyRequestsException;
import org.springframework.stereotype.Component;

/** How often people without an account may set off a mail: the same whatever it is that they answer. */
@Component
public class GuestLimits {

    private static final int TO_ONE_ADDRESS = 5;
    private static final Duration PER = Duration.ofHours(1);

    private final RateLimits limits;
    private final Settings settings;

    GuestLimits(RateLimits limits, Settings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    /** @throws TooManyRequestsException when there were too many, be it from the network or to the address */
    public void take(String network, String email) {
        limits.take("guest", network, settings.guestsPerNetwork(), PER);
        limits.take("guest-mail", email.toLowerCase(Locale.ROOT), TO_ONE_ADDRESS, PER);
    }
}
