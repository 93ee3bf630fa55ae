package org.shelfmates.notice.post;

import java.time.Duration;
import java.util.Locale;
import org.shelfmates.web.RateLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast mails go out. What is too fast waits; nothing is lost by it.
 *
 * @param perSecond mails a second of one instance, so that its pages stay as fast as they are
 * @param perDomain mails a minute to one domain
 * @param perAddress mails an hour to one address
 */
@ConfigurationProperties("shelfmates.mail")
public record Pace(
        @DefaultValue("250") int perSecond,
        @DefaultValue("600") int perDomain,
        @DefaultValue("60") int perAddress) {

    private static final String ADDRESS = "mail-address";
    private static final String DOMAIN = "mail-domain";

    /** @return how long a mail has to wait; zero when it may go, which is counted */
    public Duration wait(String email, RateLimits limits) {
        String address = email.toLowerCase(Locale.ROOT);
        String domain = address.substring(address.indexOf('@') + 1);
        Duration forAddress = limits.tryTake(ADDRESS, address, perAddress, Duration.ofHours(1));
        if (!forAddress.isZero()) {
            return forAddress;
        }
        Duration forDomain = limits.tryTake(DOMAIN, domain, perDomain, Duration.ofMinutes(1));
        if (!forDomain.isZero()) {
            limits.giveBack(ADDRESS, address, perAddress, Duration.ofHours(1));
        }
        return forDomain;
    }
}
