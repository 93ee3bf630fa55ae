package org.shelfmates.notice.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CalendarEntryTest {

    private static final Instant START = Instant.parse("2027-03-04T18:30:00Z");
    private static final Instant END = Instant.parse("2027-03-04T20:30:00Z");

    private static String entry(String title, String venue, boolean cancelled) {
        return CalendarEntry.of(
                new Letter.Event(42, START, END, venue, cancelled, 7),
                title,
                "https://example.org/tweetups/42",
                "example.org",
                START);
    }

    @Test
    void itSaysWhatWhenAndWhereAndWhichVersionOfIt() {
        assertThat(entry("Tea", "The café", false))
                .contains(
                        "METHOD:PUBLISH\r\n",
                        "UID:tweetup-42@example.org\r\n",
                        "SEQUENCE:7\r\n",
                        "DTSTART:20270304T183000Z\r\n",
                        "DTEND:20270304T203000Z\r\n",
                        "SUMMARY:Tea\r\n",
                        "LOCATION:The café\r\n",
                        "STATUS:CONFIRMED\r\n")
                .doesNotContain("ATTENDEE", "ORGANIZER");
    }

    @Test
    void whatIsCancelledSaysSo() {
        assertThat(entry("Tea", "", true)).contains("STATUS:CANCELLED\r\n").doesNotContain("LOCATION");
    }

    @Test
    void textCannotAddLines() {
        assertThat(entry("Tea;\r\nATTENDEE:mailto:x, \\", "", false))
                .contains("SUMMARY:Tea\\;\\nATTENDEE:mailto:x\\, \\\\\r\n");
    }

    @Test
    void longLinesAreFoldedBetweenCharacters() {
        String title = "Te a llyfrau 📚 ".repeat(12);
        String entry = entry(title, "", false);

        assertThat(entry.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(entry.replace("\r\n ", "")).contains("SUMMARY:" + title);
    }
}
