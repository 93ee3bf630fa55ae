package org.shelfmates.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Knows what some kinds of mails say that are no notices. Their words are messages: {@code mail.<kind>.subject} and
 * {@code .text}, where the link stands in a paragraph of its own, {@code .open} for the button that it is in HTML, and
 * {@code .name} for administrators.
 */
public interface DirectWriter {

    /** Which it writes. Each has one writer. */
    Set<String> kinds();

    /**
     * Reads what is true now, and makes the link: its hash is committed when this returns. It may be called again, when a
     * mail server did not take the mail; each has a link of its own.
     *
     * @param asked the language that the mail was asked for with
     * @return empty when nobody needs the mail any more
     */
    Optional<Written> write(String kind, List<Long> about, Locale asked);

    /**
     * What a mail says.
     *
     * @param words the kind whose words it has: mostly its own
     * @param link an absolute address that stands in the text
     * @param fill for the placeholders of the subject and the text
     */
    record Written(String words, String email, Locale language, String link, List<String> fill) {}
}
