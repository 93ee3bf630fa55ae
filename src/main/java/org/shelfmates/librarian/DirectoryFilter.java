package org.shelfmates.librarian;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.card.Offer;
import org.shelfmates.place.Place;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which librarians are looked for; all of it stands in the address.
 *
 * @param place the id of the place they live near
 * @param near what was typed to find that place
 * @param within how many kilometres from it
 * @param interest one tag, however typed
 * @param programme the slug of a programme, of which those are found who let its members see them
 * @param offers what they offer
 * @param q words in name, work, interests and about
 * @param sort what comes first, where it was chosen
 */
public record DirectoryFilter(
        @Nullable Long place,
        @Size(max = 200) @Nullable String near,
        @Min(1) @Max(500) @Nullable Integer within,
        @Nullable Sector sector,
        @Size(max = 40) @Nullable String interest,
        @Size(max = 140) @Nullable String programme,
        @Nullable Offer offers,
        @Size(max = 100) @Nullable String q,
        @Nullable Sort sort) {

    /** What comes first. */
    public enum Sort {
        RELEVANCE,
        DISTANCE,
        NEWEST
    }

    public static final int WITHIN = 50;

    public DirectoryFilter {
        within = within == null ? WITHIN : within;
    }

    /** Whoever lives near a place. */
    public static DirectoryFilter near(Place place, int within) {
        return new DirectoryFilter(place.id(), null, within, null, null, null, null, null, null);
    }

    /** The same at the place that its words turned out to mean. */
    DirectoryFilter at(@Nullable Place found) {
        return found == null
                ? this
                : new DirectoryFilter(found.id(), null, within, sector, interest, programme, offers, q, sort);
    }

    /** What comes first: nothing is near nowhere. */
    public Sort order() {
        if (sort == null || sort == Sort.DISTANCE && place == null) {
            return place == null ? Sort.NEWEST : Sort.DISTANCE;
        }
        return sort;
    }

    /** Whether the people themselves are narrowed, wherever they live. */
    boolean narrows() {
        return sector != null || offers != null || !blank(interest) || !blank(programme) || !blank(q);
    }

    DirectoryFilter with(@Nullable Sector other) {
        return new DirectoryFilter(place, near, within, other, interest, programme, offers, q, sort);
    }

    DirectoryFilter with(@Nullable String other) {
        return new DirectoryFilter(place, near, within, sector, other, programme, offers, q, sort);
    }

    DirectoryFilter withWords(@Nullable String other) {
        return new DirectoryFilter(place, near, within, sector, interest, programme, offers, other, sort);
    }

    DirectoryFilter with(@Nullable Offer other) {
        return new DirectoryFilter(place, near, within, sector, interest, programme, other, q, sort);
    }

    DirectoryFilter withProgramme(@Nullable String other) {
        return new DirectoryFilter(place, near, within, sector, interest, other, offers, q, sort);
    }

    DirectoryFilter with(Sort other) {
        return new DirectoryFilter(place, near, within, sector, interest, programme, offers, q, other);
    }

    DirectoryFilter anywhere() {
        return new DirectoryFilter(null, null, null, sector, interest, programme, offers, q, sort);
    }

    /** @param after the key of the next page, or null for this page's address */
    String address(@Nullable Object after) {
        var address = UriComponentsBuilder.fromPath("/librarians");
        var values = new HashMap<String, Object>();
        values.put("place", place);
        values.put("near", near);
        values.put("within", within == null || within == WITHIN ? null : within);
        values.put("sector", sector);
        values.put("interest", interest);
        values.put("programme", programme);
        values.put("offers", offers);
        values.put("q", q);
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
