package org.shelfmates.account;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go on to after signing in or another act: an address of this site and nothing else, whatever the request says. */
public final class OwnPath {

    /** Without braces, which redirects take for names of variables. */
    private static final Pattern SAFE = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7a\\x7c\\x7e]{0,1000}");

    private OwnPath() {}

    /**
     * @param otherwise where to go when nothing was asked for, or something that is not ours
     * @param asked by the request
     */
    public static String or(String otherwise, @Nullable String asked) {
        return asked != null && SAFE.matcher(asked).matches() ? asked : otherwise;
    }
}
