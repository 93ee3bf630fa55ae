package org.shelfmates.librarian;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shelfmates.web.Slug;

/** Interests as people type them, "#Makerspaces, Local  History", and as they are kept: makerspaces, local-history. */
final class Interests {

    static final int MOST = 12;
    static final int LONGEST = 40;

    private static final Pattern SEPARATORS = Pattern.compile("[,;\n]");

    private Interests() {}

    static List<String> parse(String typed) {
        return Stream.of(SEPARATORS.split(typed))
                .map(Slug::of)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }
}
