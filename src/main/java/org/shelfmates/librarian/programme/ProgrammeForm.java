package org.shelfmates.librarian.programme;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.shelfmates.web.Line;
import org.shelfmates.web.Prose;

/**
 * A programme as its organiser writes it.
 *
 * @param organiser the handle of the organiser; of a new one only
 * @param description Markdown
 * @param things one to a line: its title, and an address after {@value #BETWEEN} where it has one
 * @param version of the programme that the form was filled from, empty for a new one
 */
record ProgrammeForm(
        @NotBlank @Size(max = 120) @Line String name,
        @Size(max = 40) @Line String organiser,
        @Size(max = 10_000) @Prose String description,
        @Size(max = 30_000) @Prose String things,
        @Pattern(regexp = "\\d{0,9}") String version) {

    static final String BETWEEN = " | ";
    static final int MOST = 100;
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_LINK = 500;

    private static final java.util.regex.Pattern LINK =
            java.util.regex.Pattern.compile("(?i:https?)://[^\\s/?#@\\\\]+([/?#]\\S*)?");

    ProgrammeForm {
        name = name == null ? "" : name.strip();
        organiser = organiser == null ? "" : organiser.strip().replaceFirst("^@", "");
        description = description == null ? "" : description.strip();
        things = things == null ? "" : things.strip();
        version = version == null ? "" : version;
    }

    /** @param link empty for none */
    record Entry(String title, String link) {

        boolean fits() {
            return !title.isEmpty()
                    && title.length() <= LONGEST_TITLE
                    && link.length() <= LONGEST_LINK
                    && (link.isEmpty() || LINK.matcher(link).matches());
        }
    }

    List<Entry> lines() {
        return Stream.of(things.split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(ProgrammeForm::line)
                .toList();
    }

    private static Entry line(String words) {
        String line = ' ' + words; // a title that is left out is an empty one
        int bar = line.lastIndexOf(BETWEEN);
        return bar < 0
                ? new Entry(words, "")
                : new Entry(
                        line.substring(0, bar).strip(),
                        line.substring(bar + BETWEEN.length()).strip());
    }
}
