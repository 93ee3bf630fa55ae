package org.shelfmates.tweetup;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who sees somebody's name in the list of who comes. The planners always do. */
public enum Visibility {
    EVERYONE,
    /** Who is signed in. */
    MEMBERS,
    PLANNERS;

    /** As forms send it: {@code everyone}, {@code members}, {@code planners}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What somebody of this standing sees, as an array of PostgreSQL: {@code {EVERYONE,MEMBERS}} for a member. */
    public String seen() {
        return Stream.of(values())
                .filter(visibility -> visibility.compareTo(this) <= 0)
                .map(Enum::name)
                .collect(Collectors.joining(",", "{", "}"));
    }

    public static Optional<Visibility> of(String word) {
        return Stream.of(values())
                .filter(visibility -> visibility.word().equals(word))
                .findFirst();
    }
}
