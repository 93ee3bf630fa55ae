package org.shelfmates.visit;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.Line;
import org.shelfmates.web.Prose;

/**
 * A visit as somebody writes it.
 *
 * @param place the id of the place, where one was chosen
 * @param placeName what was typed to find it
 * @param first its first day in ISO 8601, as browsers send it
 * @param last likewise its last day; empty for the same
 * @param words plain text
 * @param version of the visit that the form was filled from, empty for a new one
 */
record VisitForm(
        @Size(max = 20) @Line @Nullable String place,
        @Size(max = 200) @Line @Nullable String placeName,
        @Size(max = 10) @Line String first,
        @Size(max = 10) @Line String last,
        @Size(max = 300) @Prose String words,
        @Pattern(regexp = "\\d{0,9}") String version) {

    VisitForm {
        first = first == null ? "" : first.strip();
        last = last == null || last.isBlank() ? first : last.strip();
        words = words == null ? "" : words.strip();
        version = version == null ? "" : version;
    }

    LocalDate firstDay() {
        return LocalDate.parse(first);
    }

    LocalDate lastDay() {
        return LocalDate.parse(last);
    }
}
