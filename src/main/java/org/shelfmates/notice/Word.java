package org.shelfmates.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shelfmates.web.Dates;

/**
 * What fills a placeholder of a notice: a text as somebody wrote it, a number, or a moment,
 * which is said in the reader's language.
 *
 * @param kept as the table {@code notice} has it
 */
public record Word(String kept) {

    private static final String BETWEEN = "\u001f"; // no text of ours can have it (web.Line, web.Prose)
    private static final String TEXT = "=";
    private static final String NUMBER = "#";
    private static final String MOMENT = "@";

    public static Word text(String text) {
        return new Word(TEXT + text.replace(BETWEEN, ""));
    }

    public static Word moment(Instant instant, ZoneId zone) {
        return new Word(MOMENT + instant + " " + zone);
    }

    /** For a choice of words ({@code {4,choice,…}}). */
    public static Word number(long number) {
        return new Word(NUMBER + number);
    }

    static String keep(List<Word> words) {
        return words.stream().map(Word::kept).collect(Collectors.joining(BETWEEN));
    }

    /** All that fills the placeholders of a notice. */
    public static Object[] fill(String actor, String title, String kept, Locale language, Dates dates) {
        Stream<Object> words = kept.isEmpty()
                ? Stream.of()
                : Stream.of(kept.split(BETWEEN, -1)).map(word -> new Word(word).in(language, dates));
        return Stream.concat(Stream.of(actor, title), words).toArray();
    }

    private Object in(Locale language, Dates dates) {
        String rest = kept.substring(1);
        if (kept.startsWith(NUMBER)) {
            return Long.valueOf(rest);
        }
        if (!kept.startsWith(MOMENT)) {
            return rest;
        }
        int space = rest.indexOf(' ');
        return dates.momentWithZone(
                Instant.parse(rest.substring(0, space)), ZoneId.of(rest.substring(space + 1)), language);
    }
}
