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
