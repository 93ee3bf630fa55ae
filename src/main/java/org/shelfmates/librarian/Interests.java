package org.shelfmates.librarian;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shelfmates.web.Slug;

/** Interests as people type them, "#Makerspaces, Local  History", and as they are kept: makerspaces, local-history. */
public final class Interests {

    public static final int MOST = 12;
    public static final int LONGEST = 40;

    private static final Pattern SEPARATORS = Pattern.compile("[,;\n]");

    private Interests() {}

    /** Tags that are not empty, each once. */
    public static List<String> parse(String typed) {
        return Stream.of(SEPARATORS.split(typed))
                .map(Slug::of)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    /** Whether one of what is typed has no letter and no digit in it; behind the last comma there may be nothing. */
    public static boolean hasBlank(String typed) {
        String[] all = SEPARATORS.split(typed);
        return IntStream.range(0, all.length)
                .filter(i -> !all[i].isEmpty() && Slug.of(all[i]).isEmpty())
                .anyMatch(i -> i == 0 || i < all.length - 1 || !all[i].isBlank());
    }
}
