package org.shelfmates.librarian.follow;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Sector;
import org.shelfmates.web.Slug;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Who of a list is looked for; all of it stands in the address.
 *
 * @param within how many kilometres from the viewer's home, and for strangers from that of the list's owner
 * @param interest one tag, however typed
 * @param shared whether only those who share an interest with the viewer
 */
record FollowFilter(
        @Min(1) @Max(500) @Nullable Integer within,
        @Nullable Sector sector,
        @Size(max = 40) @Nullable String interest,
        @Nullable Boolean shared) {

    /** @return null where none was named */
    @Nullable
    String tag() {
        return interest == null || Slug.of(interest).isEmpty() ? null : Slug.of(interest);
    }

    boolean sharing() {
        return Boolean.TRUE.equals(shared);
    }

    public boolean empty() {
        return within == null && sector == null && tag() == null && !sharing();
    }

    /** @param after the key of the next page, or null for this page's address */
    String address(String path, @Nullable Object after) {
        var address = UriComponentsBuilder.fromPath(path);
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "within", within);
        put(values, "sector", sector);
        put(values, "interest", tag());
        put(values, "shared", sharing() ? "true" : null);
        put(values, "after", after);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
