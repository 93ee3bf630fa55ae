package org.shelfmates.librarian;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which librarians are looked for; all of it stands in the address.
 *
 * @param place the id of the place they live near
 * @param near what was typed to find that place
 * @param within how many kilometres from it
 * @param interest one tag, however typed
 * @param q words in name, work, interests and about
 */
public record DirectoryFilter(
        @Nullable Long place,
        @Size(max = 200) @Nullable String near,
        @Min(1) @Max(500) @Nullable Integer within,
        @Nullable Sector sector,
        @Size(max = 40) @Nullable String interest,
        @Size(max = 100) @Nullable String q) {

    public static final int WITHIN = 50;

    public DirectoryFilter {
        within = within == null ? WITHIN : within;
    }

    public boolean empty() {
        return place == null && blank(near) && sector == null && blank(interest) && blank(q);
    }

    /** The same at the place that its words turned out to mean. */
    DirectoryFilter at(@Nullable Place found) {
        return found == null ? this : new DirectoryFilter(found.id(), null, within, sector, interest, q);
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
        values.put("q", q);
        values.put("after", after);
        values.values().removeIf(value -> value == null || value.toString().isBlank());
        values.keySet().stream().sorted().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
