package org.shelfmates.venue.appeal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.Line;
import org.shelfmates.web.Prose;

/**
 * An appeal as somebody writes it.
 *
 * @param place the id of the place, where one was chosen
 * @param placeName what was typed to find it
 * @param people how many there will be, may be empty
 * @param timing when, in words
 * @param freeOnly {@code true} when it has to be free
 * @param budget what it may cost, in words
 * @param stepFree {@code true} when everybody has to get in without steps
 * @param details Markdown
 */
record AppealForm(
        @NotBlank(message = "{appeal.words.missing}") @Size(max = 300) @Line
        String words,

        @Size(max = 20) @Line @Nullable String place,
        @Size(max = 200) @Line @Nullable String placeName,

        @Pattern(regexp = "\\s*|0*([1-9]\\d{0,3}|10000)", message = "{tweetup.capacity}")
        String people,

        @Size(max = 200) @Line String timing,
        @Size(max = 4) String freeOnly,
        @Size(max = 200) @Line String budget,
        @Size(max = 4) String stepFree,
        @Size(max = 2000) @Prose String details) {

    AppealForm {
        words = words == null ? "" : words.strip();
        people = people == null ? "" : people.strip();
        timing = timing == null ? "" : timing.strip();
        freeOnly = freeOnly == null ? "" : freeOnly;
        budget = budget == null ? "" : budget.strip();
        stepFree = stepFree == null ? "" : stepFree;
        details = details == null ? "" : details.strip();
    }

    public boolean free() {
        return freeOnly.equals("true");
    }

    public boolean steps() {
        return stepFree.equals("true");
    }

    @Nullable
    Integer count() {
        return people.isEmpty() ? null : Integer.valueOf(people);
    }
}
