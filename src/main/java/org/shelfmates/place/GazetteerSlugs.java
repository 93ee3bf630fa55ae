package org.shelfmates.place;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives places their addresses, unique within a country. The first of a name gets the plain name, later ones the name with
 * their district or area, and where even that is taken, their id.
 */
class GazetteerSlugs {

    private static final Pattern NOT_IN_ADDRESSES = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");

    private final Set<String> taken = new HashSet<>();

    String next(GazetteerRow place) {
        String name = slug(place.name());
        return Stream.of(
                        name,
                        joined(name, slug(place.district())),
                        joined(name, slug(place.area())),
                        joined(name, Long.toString(place.id())))
                .filter(Objects::nonNull)
                .filter(slug -> !slug.isEmpty() && taken.add(place.country() + ' ' + slug))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable String joined(String name, String more) {
        return more.isEmpty() || more.equals(name)
                ? null
                : Stream.of(name, more).filter(part -> !part.isEmpty()).collect(Collectors.joining("-"));
    }

    private static String slug(String name) {
        return ENDS.matcher(NOT_IN_ADDRESSES.matcher(SearchKey.of(name)).replaceAll("-"))
                .replaceAll("");
    }
}
