package org.shelfmates.notice.post;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A tweetup for people's calendars (iCalendar, RFC 5545). Published, not an invitation: nobody's address is in it. */
final class CalendarEntry {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int OCTETS = 75;

    private final StringBuilder text = new StringBuilder();

    private CalendarEntry() {}

    /**
     * @param host of this site, for the id by which a calendar knows the entry again
     * @param url of the tweetup's page
     */
    static String of(Letter.Event event, String title, String url, String host, Instant now) {
        var entry = new CalendarEntry();
        entry.line("BEGIN:VCALENDAR");
        entry.line("VERSION:2.0");
        entry.line("PRODID:-//Shelfmates//Tweetups//EN");
        entry.line("METHOD:PUBLISH");
        entry.line("BEGIN:VEVENT");
        entry.line("UID:tweetup-" + event.id() + "@" + host);
        entry.line("SEQUENCE:" + event.version());
        entry.line("DTSTAMP:" + UTC.format(now));
        entry.line("DTSTART:" + UTC.format(event.start()));
        entry.line("DTEND:" + UTC.format(event.end()));
        entry.line("SUMMARY:" + escaped(title));
        if (!event.venue().isEmpty()) {
            entry.line("LOCATION:" + escaped(event.venue()));
        }
        entry.line("URL:" + url);
        entry.line("STATUS:" + (event.cancelled() ? "CANCELLED" : "CONFIRMED"));
        entry.line("END:VEVENT");
        entry.line("END:VCALENDAR");
        return entry.text.toString();
    }

    /** Text as a value: RFC 5545, 3.3.11. */
    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** Folds a line that is too long, between characters: RFC 5545, 3.1. */
    private void line(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int letter = line.codePointAt(i);
            String letters = Character.toString(letter);
            int size = letters.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(letters);
            octets += size;
            i += Character.charCount(letter);
        }
        text.append("\r\n");
    }
}
