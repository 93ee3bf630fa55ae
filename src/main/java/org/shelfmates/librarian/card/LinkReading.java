package org.shelfmates.librarian.card;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.card.Link.Kind;

/** Makes links of what people type: an address with or without https, the name of an account, the number of an ORCID. */
public final class LinkReading {

    public static final int LONGEST = 300;

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern HOST_AND_PORT = Pattern.compile("[^/:@]+\\.[^/:@]+:\\d{1,5}(/.*)?");
    private static final Pattern HOST = Pattern.compile(
            "(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+([a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])");
    private static final Pattern ACCOUNT =
            Pattern.compile("@?([A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?)@([^@/\\s]+)");
    private static final Pattern ACCOUNT_PATH =
            Pattern.compile("/(?:@|users/)([A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?)/?");
    private static final Pattern PROFILE_PATH = Pattern.compile("/profile/([A-Za-z0-9.:_-]{3,253})/?");
    private static final Pattern ORCID = Pattern.compile(
            "(?:(?:https?://)?(?:www\\.)?orcid\\.org/)?(\\d{4})-?(\\d{4})-?(\\d{4})-?(\\d{3}[\\dXx])/?");

    private LinkReading() {}

    /** @return empty when it is no such link; {@code profile.link.<KIND>} is the message that says what one looks like */
    public static Optional<Link> read(Kind kind, String typed) {
        String address = switch (kind) {
            case BLOG, OTHER -> web(typed);
            case MASTODON -> mastodon(typed);
            case BLUESKY -> bluesky(typed);
            case LINKEDIN -> linkedIn(typed);
            case ORCID -> orcid(typed);
        };
        return address == null || address.length() > LONGEST ? Optional.empty() : Optional.of(new Link(kind, address));
    }

    private static @Nullable String web(String typed) {
        URI address = address(typed);
        return address == null ? null : address.toASCIIString();
    }

    private static @Nullable String mastodon(String typed) {
        Matcher account = ACCOUNT.matcher(typed);
        if (account.matches()) {
            String host = host(account.group(3));
            return host == null ? null : "https://" + host + "/@" + account.group(1);
        }
        URI address = address(typed);
        if (address == null) {
            return null;
        }
        Matcher path = ACCOUNT_PATH.matcher(address.getPath());
        return path.matches() ? "https://" + address.getAuthority() + "/@" + path.group(1) : null;
    }

    private static @Nullable String bluesky(String typed) {
        String handle = typed.startsWith("@") ? typed.substring(1) : typed;
        if (!handle.contains("/") && !handle.contains(":")) {
            String host = host(handle);
            return host == null ? null : "https://bsky.app/profile/" + host;
        }
        URI address = address(typed);
        if (address == null || !"bsky.app".equals(address.getHost())) {
            return null;
        }
        Matcher path = PROFILE_PATH.matcher(address.getPath());
        return path.matches() ? "https://bsky.app/profile/" + path.group(1) : null;
    }

    private static @Nullable String linkedIn(String typed) {
        URI address = address(typed);
        boolean theirs = address != null
                && (address.getHost().equals("linkedin.com")
                        || address.getHost().endsWith(".linkedin.com"))
                && address.getPath().matches("/(in|pub|company|school)/[^/]+.*");
        return theirs ? "https://" + address.getHost() + address.getRawPath() : null;
    }

    private static @Nullable String orcid(String typed) {
        Matcher parts = ORCID.matcher(typed);
        if (!parts.matches()) {
            return null;
        }
        String digits = (parts.group(1) + parts.group(2) + parts.group(3) + parts.group(4)).toUpperCase(Locale.ROOT);
        return checks(digits) ? "https://orcid.org/" + digits.replaceAll("(.{4})(?=.)", "$1-") : null;
    }

    /** ISO 7064, MOD 11-2. */
    private static boolean checks(String digits) {
        int total = 0;
        for (char digit : digits.substring(0, 15).toCharArray()) {
            total = (total + (digit - '0')) * 2 % 11;
        }
        int check = (12 - total) % 11;
        return digits.charAt(15) == (check == 10 ? 'X' : (char) ('0' + check));
    }

    /** Of the web and nothing else, at a host that may exist, without a name or a password in it. */
    private static @Nullable URI address(String typed) {
        Matcher scheme = SCHEME.matcher(typed);
        boolean without = !scheme.matches() || HOST_AND_PORT.matcher(typed).matches();
        if (!without && !scheme.group(1).toLowerCase(Locale.ROOT).matches("https?")) {
            return null;
        }
        try {
            URI whole = new URI(without ? "https://" + typed : typed);
            String authority = whole.getRawAuthority();
            if (authority == null || authority.contains("@")) {
                return null;
            }
            Matcher parts = Pattern.compile("([^:]+)(:\\d{1,5})?").matcher(authority);
            String host = parts.matches() ? host(parts.group(1)) : null;
            if (host == null) {
                return null;
            }
            String port = parts.group(2) == null ? "" : parts.group(2);
            String path = whole.getRawPath() == null ? "" : whole.getRawPath();
            String query = whole.getRawQuery() == null ? "" : "?" + whole.getRawQuery();
            String fragment = whole.getRawFragment() == null ? "" : "#" + whole.getRawFragment();
            URI address =
                    new URI(whole.getScheme().toLowerCase(Locale.ROOT) + "://" + host + port + path + query + fragment);
            return address.getHost() == null ? null : address; // some that we would take for hosts are none to it
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static @Nullable String host(String typed) {
        try {
            String host = IDN.toASCII(typed).toLowerCase(Locale.ROOT);
            return HOST.matcher(host).matches() ? host : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
