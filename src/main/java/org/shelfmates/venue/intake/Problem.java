package org.shelfmates.venue.intake;

import java.util.List;

/**
 * Something wrong with a list.
 *
 * @param line of the file, from 1
 * @param column as the header has it, or empty where it is the whole line
 * @param code of the message below {@code intake.problem.}
 * @param words for its placeholders
 */
public record Problem(long line, String column, String code, List<String> words) {

    /** Of what a list has in a cell: a page of problems is read, also where a cell has two million characters. */
    private static final int LONGEST = 300;

    public Problem {
        column = cut(column);
        words = words.stream().map(Problem::cut).toList();
    }

    private static String cut(String word) {
        return word.codePointCount(0, word.length()) > LONGEST
                ? word.substring(0, word.offsetByCodePoints(0, LONGEST)) + "…"
                : word;
    }

    static Problem of(long line, String column, String code, String... words) {
        return new Problem(line, column, code, List.of(words));
    }

    public String message() {
        return "intake.problem." + code;
    }

    /** For a message in a template. */
    public Object[] fill() {
        return words.toArray();
    }
}
