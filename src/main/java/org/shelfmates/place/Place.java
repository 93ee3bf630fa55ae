package org.shelfmates.place;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A populated place of the gazetteer.
 *
 * @param id GeoNames id
 * @param slug unique within the country
 * @param country ISO 3166-1 alpha-2, upper case
 * @param area first-level area such as Wales; may be empty
 * @param district second-level area such as Gwynedd; may be empty
 * @param latitude WGS 84 degrees
 * @param longitude WGS 84 degrees
 * @param zone IANA time zone
 */
public record Place(
        long id,
        String name,
        String slug,
        String country,
        String area,
        String district,
        double latitude,
        double longitude,
        int population,
        String zone) {

    /** The address of its page, such as {@code /places/gb/cardiff}. */
    public String path() {
        return pathOf(country, slug);
    }

    /** @return the address of a place's page, for queries that read only these two columns */
    public static String pathOf(String country, String slug) {
        return "/places/" + country.toLowerCase(Locale.ROOT) + "/" + slug;
    }

    public Coordinates coordinates() {
        return new Coordinates(latitude, longitude);
    }

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    /** Where it is, in words that tell places of one name apart: {@code Gwynedd, Wales, United Kingdom}. */
    public String within(Locale language) {
        return Stream.of(district, area, countryName(language))
                .filter(part -> !part.isEmpty() && !part.equals(name))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Whether it lies in all of these districts, areas or countries. */
    boolean isWithin(List<String> wider, Locale language) {
        List<String> own = List.of(name, district, area, country, countryName(language));
        return wider.stream().allMatch(part -> own.stream().anyMatch(part::equalsIgnoreCase));
    }

    private String countryName(Locale language) {
        return new Locale("", country).getDisplayCountry(language);
    }

    /** {@code Bangor, Gwynedd, Wales, United Kingdom}. */
    public String label(Locale language) {
        return name + ", " + within(language);
    }
}
