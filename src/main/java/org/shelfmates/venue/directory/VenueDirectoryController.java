package org.shelfmates.venue.directory;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Atlas;
import org.shelfmates.place.MapDrawing;
import org.shelfmates.place.Place;
import org.shelfmates.place.PlaceChoice;
import org.shelfmates.place.Places;
import org.shelfmates.venue.VenueKind;
import org.shelfmates.web.PublicPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class VenueDirectoryController {

    private static final int PAGE_SIZE = 24;
    private static final VenueDirectory.Found NOTHING = new VenueDirectory.Found(List.of(), null);

    private final VenueDirectory directory;
    private final Places places;
    private final Atlas atlas;

    VenueDirectoryController(VenueDirectory directory, Places places, Atlas atlas) {
        this.directory = directory;
        this.places = places;
        this.atlas = atlas;
    }

    /** An order that the list may have. */
    record Way(String word, String address, boolean here) {}

    /** Where the name of a place may mean several, the likeliest is shown and the others are offered. */
    @PublicPage
    @GetMapping("/venues")
    String directory(
            @Valid @ModelAttribute("filter") VenueFilter filter,
            @RequestParam @Nullable String after,
            Locale language,
            Model model) {
        PlaceChoice choice = places.choose(Objects.toString(filter.place(), ""), filter.near());
        Place place = choice.best();
        boolean unknownPlace = place == null && (filter.place() != null || !VenueFilter.blank(filter.near()));
        VenueFilter resolved = filter.at(place == null ? null : place.id());
        VenueDirectory.Found found = unknownPlace ? NOTHING : directory.find(resolved, place, after, PAGE_SIZE);
        VenueDirectory.Sum sum = place == null ? null : directory.sum(resolved, place);
        model.addAttribute("filter", resolved);
        model.addAttribute("place", place);
        model.addAttribute("near", place == null ? filter.near() : place.label(language));
        model.addAttribute("unknownPlace", unknownPlace);
        model.addAttribute(
                "others",
                choice.choices().stream().filter(other -> other != place).toList());
        model.addAttribute("venues", found.venues());
        model.addAttribute("sum", sum);
        model.addAttribute("next", found.next() == null ? null : resolved.address(found.next()));
        model.addAttribute("first", after == null ? null : resolved.address(null));
        model.addAttribute("kinds", VenueKind.values());
        model.addAttribute("ways", place == null ? List.of() : ways(resolved));
        model.addAttribute("map", place == null || sum == null ? null : map(place, resolved, sum));
        return "venue/directory";
    }

    private static List<Way> ways(VenueFilter filter) {
        return Arrays.stream(VenueFilter.Sort.values())
                .map(sort -> new Way(sort.name(), filter.with(sort).address(null), sort == filter.order()))
                .toList();
    }

    private MapDrawing map(Place place, VenueFilter filter, VenueDirectory.Sum sum) {
        return atlas.draw(
                place.coordinates(),
                Math.max(Objects.requireNonNull(filter.within()), Atlas.MIN_RADIUS_KM),
                sum.places().stream()
                        .map(at -> new MapDrawing.Marker(
                                at.name(), filter.at(at.placeId()).address(null), at.at(), at.venues()))
                        .toList());
    }
}
