package org.shelfmates.notice.inbound;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shelfmates.web.Settings;
import org.springframework.stereotype.Component;

/**
 * Finds our mails' links that only their reader may know, such as {@code /rsvps/<token>}. Links of pages have small letters
 * in their addresses, tokens have large ones among them.
 */
@Component
class SecretLinks {

    /** Tokens are longer ({@code web.Token}); of one that a program broke in two enough is left. */
    private static final Pattern TOKEN = Pattern.compile("/(?=[A-Za-z0-9_-]{0,40}[A-Z])[A-Za-z0-9_-]{16,}+");

    private static final Pattern ESCAPED_SLASH = Pattern.compile("(?i)%2f");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** What stands behind them is no token of ours, but may be the place of a page, or in a filter's link one of ours. */
    private static final Pattern QUERY = Pattern.compile("[?&]");

    private final Pattern site;

    SecretLinks(Settings settings) {
        site = Pattern.compile(Pattern.quote(settings.baseUrl().getRawAuthority()), Pattern.CASE_INSENSITIVE);
    }

    /** Also where a filter of mails has put the link into one of its own. */
    boolean in(String line) {
        return SPACE.splitAsStream(line)
                .map(word -> ESCAPED_SLASH
                        .matcher(word.replace("%3A", ":").replace("%3a", ":"))
                        .replaceAll("/"))
                .flatMap(QUERY::splitAsStream)
                .anyMatch(this::secret);
    }

    private boolean secret(String link) {
        Matcher here = site.matcher(link);
        return here.find() && TOKEN.matcher(link).find(here.end());
    }
}
