package org.shelfmates.tweetup.edit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a link to the form fills in, such as that below a visit. What is made up in it is left out: the form asks for it.
 *
 * @param place the id of the place
 * @param venue the id of a venue of the directory, at whose place it is then
 * @param day the first on which it could be, in ISO 8601
 * @param with the handle of somebody who is asked to plan it too
 */
record PlanRequest(
        @Nullable String place,
        @Nullable String venue,
        @Nullable String day,
        @Nullable String with) {

    private static final Pattern ID = Pattern.compile("\\d{1,18}");
    private static final Pattern HANDLE = Pattern.compile("[a-z0-9-]{1,40}");

    Optional<Long> placeId() {
        return Optional.ofNullable(place).filter(ID.asMatchPredicate()).map(Long::valueOf);
    }

    /** An evening, since most can come then: planners change it. */
    String start() {
        return at("T18:00");
    }

    String end() {
        return at("T20:00");
    }

    private String at(String time) {
        try {
            return day == null || day.length() > 10 ? "" : LocalDate.parse(day) + time;
        } catch (DateTimeException e) {
            return "";
        }
    }

    String librarian() {
        return with != null && HANDLE.matcher(with).matches() ? with : "";
    }
}
