package org.shelfmates.venue.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of a list: docs/venues-csv.md and the messages {@code intake.column.*} say the same for people. */
enum Column {
    REF(120),
    NAME(120),
    KIND(200),
    PLACE(200),
    COUNTRY(200),
    PLACE_ID(200),
    ADDRESS(300),
    DIRECTIONS(500, true),
    STOP(200),
    LAST_CONNECTION(200),
    COST(200),
    AMOUNT(200),
    DEPOSIT(200),
    CAPACITY(200),
    CIRCULATE(200),
    NOISE(200),
    STEP_FREE(200),
    TOILETS(200),
    HEARING_LOOP(200),
    CHILD_FRIENDLY(200),
    WIFI(200),
    POWER(200),
    HOURS(300, true),
    BOOKING(500, true),
    WEBSITE(300);

    static final Set<Column> REQUIRED = Set.of(REF, NAME, KIND);
    private static final Map<String, Column> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toMap(Column::word, Function.identity()));

    private final int longest;
    private final boolean lines;

    Column(int longest) {
        this(longest, false);
    }

    /** @param lines whether the form has it in lines */
    Column(int longest, boolean lines) {
        this.longest = longest;
        this.lines = lines;
    }

    /** As the header has it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In characters as PostgreSQL counts them. */
    int longest() {
        return longest;
    }

    /** A cell as the form has it, so that its next correction changes nothing else: many lines, or one. */
    String asInForm(String cell) {
        if (cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0 && cell.indexOf('\t') < 0) {
            return cell;
        }
        if (lines) {
            return cell.lines().collect(Collectors.joining("\n"));
        }
        String[] parts = cell.replace('\t', ' ')
                .lines()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toArray(String[]::new);
        for (int i = 0; i < parts.length - 1; i++) {
            parts[i] = parts[i].endsWith(",") ? parts[i] : parts[i] + ",";
        }
        return String.join(" ", parts);
    }

    static Map<String, Column> byWord() {
        return BY_WORD;
    }
}
