package org.shelfmates.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much to seed, from options such as {@code librarians=100000,tweetups=5000}. */
record SeedSize(long librarians, long groups, long tweetups, long comments, long rsvps, long venues) {

    private static final List<String> KEYS = List.of("librarians", "groups", "tweetups", "comments", "rsvps", "venues");
    private static final String EXAMPLE = " Write it like --shelfmates.seed=librarians=100000,tweetups=5000.";
    private static final long MOST = 10_000_000;

    SeedSize {
        if (tweetups == 0 && (comments > 0 || rsvps > 0)) {
            throw new IllegalArgumentException("The seed has comments or rsvps but no tweetups." + EXAMPLE);
        }
    }

    /** @throws IllegalArgumentException with a sentence for whoever typed it */
    static SeedSize parse(String options) {
        Map<String, Long> given = new HashMap<>();
        for (String option : options.strip().split("\\s*,\\s*")) {
            String[] parts = option.split("=", 2);
            if (parts.length < 2 || !KEYS.contains(parts[0].strip())) {
                throw new IllegalArgumentException(
                        "The seed option \"" + option + "\" is none of " + String.join("=, ", KEYS) + "=." + EXAMPLE);
            }
            if (given.put(parts[0].strip(), number(option, parts[1].strip())) != null) {
                throw new IllegalArgumentException("The seed option \"" + parts[0] + "\" is given twice." + EXAMPLE);
            }
        }
        long librarians = given.getOrDefault("librarians", 0L);
        if (librarians == 0) {
            throw new IllegalArgumentException("The seed does not say how many librarians." + EXAMPLE);
        }
        long tweetups = given.getOrDefault("tweetups", librarians / 20);
        return new SeedSize(
                librarians,
                given.getOrDefault("groups", librarians / 200),
                tweetups,
                given.getOrDefault("comments", tweetups == 0 ? 0 : librarians / 5),
                given.getOrDefault("rsvps", tweetups == 0 ? 0 : librarians / 2),
                given.getOrDefault("venues", librarians / 10));
    }

    private static long number(String option, String digits) {
        if (!digits.matches("\\d{1,8}") || Long.parseLong(digits) > MOST) {
            throw new IllegalArgumentException(
                    "The seed option \"" + option + "\" wants a whole number up to " + MOST + "." + EXAMPLE);
        }
        return Long.parseLong(digits);
    }
}
