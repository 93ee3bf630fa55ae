package org.shelfmates.account;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in: an address of this site and nothing else, whatever the request says. */
final class OwnPath {

    private static final Pattern SAFE = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]{0,1000}");

    private OwnPath() {}

    static String or(String otherwise, @Nullable String asked) {
        return asked != null && SAFE.matcher(asked).matches() ? asked : otherwise;
    }
}
