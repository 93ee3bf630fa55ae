package org.shelfmates.tweetup.edit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.LocalTimes;
import org.shelfmates.tweetup.planning.KnownVenues;
import org.shelfmates.venue.Cost;
import org.shelfmates.web.Line;
import org.shelfmates.web.Prose;

/**
 * A new plan as somebody writes it.
 *
 * @param plan Markdown
 * @param group the slug of a group that the planner belongs to, or empty
 * @param place the id of the place, where one was chosen
 * @param placeName what was typed to find it
 * @param start as the clocks of the place show it, in ISO 8601 as browsers send it; empty, with the end, for an idea
 * @param end likewise
 * @param known the id of a venue of the directory, whose name counts instead of the words, or empty
 * @param capacity how many may come, empty for any number
 * @param copy the id of a tweetup whose details and parts are taken over, or empty
 * @param occasion the slug of the occasion that it hangs on, or empty
 * @param free {@code true} where it costs nothing, or empty
 * @param with the handle of somebody who is asked to plan it too, or empty
 * @param stepFree {@code true} where it can be reached without a step, or empty
 */
public record TweetupForm(
        @NotBlank @Size(max = 120) @Line String title,
        @Size(max = 10_000) @Prose String plan,
        @Size(max = 80) @Line String group,
        @Size(max = 20) @Line @Nullable String place,
        @Size(max = 200) @Line @Nullable String placeName,
        @Size(max = 300) @Line String venue,
        String known,

        @Size(max = 40) @Line String start,
        @Size(max = 40) @Line String end,

        @Pattern(regexp = "\\s*|0*([1-9]\\d{0,3}|10000)", message = "{tweetup.capacity}")
        String capacity,

        String copy,
        @Size(max = 200) @Line String occasion,
        @Pattern(regexp = "true|") String free,
        @Pattern(regexp = "true|") String stepFree,
        @Pattern(regexp = "[a-z0-9-]{0,40}") String with) {

    public TweetupForm {
        title = title == null ? "" : title.strip();
        plan = plan == null ? "" : plan.strip();
        group = group == null ? "" : group;
        venue = venue == null ? "" : venue.strip();
        known = known == null ? "" : known;
        start = start == null ? "" : start.strip();
        end = end == null ? "" : end.strip();
        capacity = capacity == null ? "" : capacity.strip();
        copy = copy == null ? "" : copy;
        occasion = occasion == null ? "" : occasion;
        free = free == null ? "" : free;
        stepFree = stepFree == null ? "" : stepFree;
        with = with == null ? "" : with;
    }

    /** Whether it is an idea so far: when it is will be settled later. */
    boolean undated() {
        return start.isEmpty() && end.isEmpty();
    }

    @Nullable
    Integer places() {
        return capacity.isEmpty() ? null : Integer.valueOf(capacity);
    }

    /** Who is to meet at a place, as far as the form tells, whatever is wrong with it. */
    KnownVenues.Party party(long place) {
        return new KnownVenues.Party(place, capacity.matches("[1-9]\\d{0,3}") ? places() : null, hours());
    }

    private int hours() {
        try {
            long minutes = ChronoUnit.MINUTES.between(LocalTimes.time(start), LocalTimes.time(end));
            return (int) Math.max(1, Math.min(24, Math.round(minutes / 60.0)));
        } catch (DateTimeException e) {
            return Cost.HOURS;
        }
    }
}
