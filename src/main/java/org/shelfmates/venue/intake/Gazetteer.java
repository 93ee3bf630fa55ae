package org.shelfmates.venue.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.shelfmates.place.Places;

/** The places that a list names, found a country at a time. */
class Gazetteer {

    private static final int CHOICES = 5;

    private final Places places;
    private Map<Long, Place> byId = Map.of();
    private final Map<String, Map<String, List<Place>>> byCountry = new HashMap<>();

    Gazetteer(Places places) {
        this.places = places;
    }

    void prepare(List<Sheet.Line> lines) {
        Set<Long> ids = new HashSet<>();
        Map<String, Set<String>> names = new HashMap<>();
        for (Sheet.Line line : lines) {
            String id = line.cell(Column.PLACE_ID);
            if (id.matches("\\d{1,18}")) {
                ids.add(Long.valueOf(id));
            } else if (!line.cell(Column.PLACE).isEmpty()) {
                names.computeIfAbsent(country(line), country -> new HashSet<>()).add(line.cell(Column.PLACE));
            }
        }
        byId = places.byIds(ids).stream().collect(Collectors.toMap(Place::id, Function.identity()));
        names.forEach((country, some) -> byCountry.put(country, places.named(some, country)));
    }

    @Nullable
    Place byId(long id) {
        return byId.get(id);
    }

    List<Place> named(Sheet.Line line) {
        return byCountry.getOrDefault(country(line), Map.of()).getOrDefault(line.cell(Column.PLACE), List.of());
    }

    private static String country(Sheet.Line line) {
        return line.cell(Column.COUNTRY).toUpperCase(Locale.ROOT);
    }

    /** What could be meant, with the ids that tell them apart. */
    static String choices(List<Place> places) {
        return places.stream()
                        .limit(CHOICES)
                        .map(place -> place.label(Locale.ENGLISH) + " (" + place.id() + ")")
                        .collect(Collectors.joining("; "))
                + (places.size() > CHOICES ? "; …" : "");
    }
}
