package org.shelfmates.venue.directory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.shelfmates.venue.Cost;
import org.shelfmates.venue.VenueKind;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which venues are looked for; all of it stands in the address.
 *
 * @param place the id of the place they are near
 * @param near what was typed to find that place
 * @param within how many kilometres from it
 * @param people how many are to fit in; where nobody knows whether they do, a venue is found too
 * @param hours for how long
 * @param q words in name and address
 * @param free whether it must be known to be free
 * @param stepFree likewise to have no steps
 * @param sort what comes first, where it was chosen
 */
public record VenueFilter(
        @Nullable Long place,
        @Size(max = 200) @Nullable String near,
        @Min(1) @Max(MOST_KM) @Nullable Integer within,
        @Min(1) @Max(100_000) @Nullable Integer people,
        @Min(1) @Max(24) @Nullable Integer hours,
        @Nullable VenueKind kind,
        @Size(max = 100) @Nullable String q,
        @Nullable Boolean free,
        @Nullable Boolean stepFree,
        @Nullable Sort sort) {

    /** What comes first. */
    public enum Sort {
        /** What it costs this party; the unknown last. */
        COST,
        DISTANCE,
        /** What somebody said last to be right. */
        CONFIRMED
    }

    public static final int WITHIN = 25;

    /** As far as groups reach. */
    public static final int MOST_KM = 500;

    /** For how many it is reckoned where nobody says. */
    public static final int PARTY = Cost.PEOPLE;

    public VenueFilter {
        within = within == null ? WITHIN : within;
        free = free != null && free;
        stepFree = stepFree != null && stepFree;
    }

    /** All around a place, as it suits a party that nobody has counted. */
    public static VenueFilter near(Place place, int within) {
        return near(place.id(), within);
    }

    static VenueFilter near(long place, int within) {
        return new VenueFilter(place, null, Math.min(within, MOST_KM), null, null, null, null, null, null, null);
    }

    /** The same at the place that its words turned out to mean. */
    public VenueFilter at(@Nullable Long found) {
        return found == null
                ? this
                : new VenueFilter(found, null, within, people, hours, kind, q, free, stepFree, sort);
    }

    /** The same in another order. */
    public VenueFilter with(Sort other) {
        return new VenueFilter(place, near, within, people, hours, kind, q, free, stepFree, other);
    }

    /** What comes first: nothing is near nowhere, and amounts of all the world do not compare. */
    public Sort order() {
        return place == null ? Sort.CONFIRMED : sort == null ? Sort.COST : sort;
    }

    /** For how many it is reckoned. */
    public int party() {
        return people == null ? PARTY : people;
    }

    public int time() {
        return hours == null ? Cost.HOURS : hours;
    }

    /** @param after the key of the next page, or null for the first */
    public String address(@Nullable Object after) {
        var address = UriComponentsBuilder.fromPath("/venues");
        var values = new HashMap<String, Object>();
        values.put("place", place);
        values.put("near", near);
        values.put("within", within == null || within == WITHIN ? null : within);
        values.put("people", people);
        values.put("hours", hours);
        values.put("kind", kind);
        values.put("q", q);
        values.put("free", Boolean.TRUE.equals(free) ? true : null);
        values.put("stepFree", Boolean.TRUE.equals(stepFree) ? true : null);
        values.put("sort", sort);
        values.put("after", after);
        values.values().removeIf(value -> value == null || value.toString().isBlank());
        values.keySet().stream().sorted().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
