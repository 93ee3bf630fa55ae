package org.shelfmates.web;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The product's own settings; the README lists them.
 *
 * @param dataDir where the embedded database and kept mails live
 * @param baseUrl how people reach the site, without a slash at its end: the only source of addresses in mails and feeds
 * @param mailFrom the sender of mails; without it noreply at the host of the base URL
 * @param embedded whether the embedded database is used; derived, not set
 * @param outbox whether mails are kept and can be read at /outbox; derived, not set
 * @param demo whether an empty database is filled with the demo community
 */
@ConfigurationProperties("shelfmates")
public record Settings(
        Path dataDir, URI baseUrl, @Nullable String mailFrom, boolean embedded, boolean outbox, boolean demo) {

    public Settings {
        if (baseUrl.getHost() == null || baseUrl.toString().endsWith("/")) {
            throw new IllegalArgumentException(
                    "shelfmates.base-url must look like https://example.org, without a slash at its end: " + baseUrl);
        }
    }

    /** Whether people come by https, so that cookies and headers may insist on it. */
    public boolean https() {
        return "https".equals(baseUrl.getScheme());
    }

    /** The sender of mails, as in a From header. */
    public String sender() {
        return mailFrom == null ? "Shelfmates <noreply@" + baseUrl.getHost() + ">" : mailFrom;
    }

    /** @param path an address on this site, beginning with a slash */
    public String absolute(String path) {
        return baseUrl + path;
    }
}
