package org.shelfmates.venue.appeal;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.Line;
import org.shelfmates.web.Prose;

/**
 * A suggestion as somebody writes it.
 *
 * @param venue the id of a venue of the directory, or {@code new} or empty for a new one, which the fields up to the amount are of
 * @param place the id of the place, where one was chosen
 * @param placeName what was typed to find it
 * @param amount of money, in units of the currency there; may be empty
 */
public record SuggestionForm(
        @Pattern(regexp = "new|\\d{0,18}") String venue,
        @Size(max = 120) @Line String venueName,
        @Size(max = 20) @Line String kind,
        @Size(max = 20) @Line @Nullable String place,
        @Size(max = 200) @Line @Nullable String placeName,
        @Size(max = 300) @Line String address,
        @Size(max = 20) @Line String cost,

        @Pattern(regexp = "(\\d{1,6}([.,]\\d{1,3})?)?", message = "{appeal.amount.wrong}")
        String amount,

        @Size(max = 500) @Prose String note) {

    public SuggestionForm {
        venue = venue == null ? "" : venue.strip();
        venueName = venueName == null ? "" : venueName.strip();
        kind = kind == null ? "" : kind;
        address = address == null ? "" : address.strip();
        cost = cost == null ? "" : cost;
        amount = amount == null ? "" : amount.strip();
        note = note == null ? "" : note.strip();
    }

    /** Whether it is about a venue that is not in the directory. */
    public boolean fresh() {
        return venue.isEmpty() || venue.equals("new");
    }
}
