package org.shelfmates.tweetup.occasion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.Line;
import org.shelfmates.web.Prose;

/**
 * An occasion as somebody writes it.
 *
 * @param first its first day in ISO 8601, as browsers send it
 * @param last likewise its last day; empty for the same
 * @param place the id of the place, where one was chosen
 * @param placeName what was typed to find it
 * @param link http or https, or empty
 * @param words Markdown
 * @param version of the occasion that the form was filled from, empty for a new one
 */
record OccasionForm(
        @NotBlank @Size(max = 120) @Line String name,
        @Size(max = 10) @Line String first,
        @Size(max = 10) @Line String last,
        @Size(max = 20) @Line @Nullable String place,
        @Size(max = 200) @Line @Nullable String placeName,

        @Size(max = 500)
        @Line
        @Pattern(regexp = "(?i:https?)://[^\\s/?#@\\\\]+([/?#]\\S*)?|", message = "{occasion.link.wrong}")
        String link,

        @Size(max = 4000) @Prose String words,
        @Pattern(regexp = "\\d{0,9}") String version) {

    OccasionForm {
        name = name == null ? "" : name.strip();
        first = first == null ? "" : first.strip();
        last = last == null || last.isBlank() ? first : last.strip();
        link = link == null ? "" : link.strip();
        words = words == null ? "" : words.strip();
        version = version == null ? "" : version;
    }

    /** @throws DateTimeParseException when there is no such day */
    LocalDate firstDay() {
        return LocalDate.parse(first);
    }

    /** @throws DateTimeParseException when there is no such day */
    LocalDate lastDay() {
        return LocalDate.parse(last);
    }
}
