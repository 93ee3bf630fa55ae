package org.shelfmates.librarian;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.librarian.card.Offer;
import org.shelfmates.place.Atlas;
import org.shelfmates.place.MapDrawing;
import org.shelfmates.place.Place;
import org.shelfmates.place.PlaceChoice;
import org.shelfmates.place.Places;
import org.shelfmates.web.PublicPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class DirectoryController {

    private static final int PAGE_SIZE = 24;

    private final Directory directory;
    private final Facets facets;
    private final Cohorts cohorts;
    private final Places places;
    private final Atlas atlas;

    DirectoryController(Directory directory, Facets facets, Cohorts cohorts, Places places, Atlas atlas) {
        this.directory = directory;
        this.facets = facets;
        this.cohorts = cohorts;
        this.places = places;
        this.atlas = atlas;
    }

    /** Where the name of a place may mean several, the likeliest is shown and the others are offered. */
    @PublicPage
    @GetMapping("/librarians")
    String directory(
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @Valid @ModelAttribute("filter") DirectoryFilter filter,
            @RequestParam @Nullable String after,
            Locale language,
            Model model) {
        PlaceChoice choice = places.choose(Objects.toString(filter.place(), ""), filter.near());
        List<Place> others = choice.choices();
        Place place = choice.chosen() == null && !others.isEmpty() ? others.get(0) : choice.chosen();
        boolean unknownPlace = place == null && (filter.place() != null || !DirectoryFilter.blank(filter.near()));
        DirectoryFilter resolved = filter.at(place);
        Long reader = viewer == null ? null : viewer.id();
        Long[] few = unknownPlace ? null : directory.few(resolved, reader);
        Directory.Found found = unknownPlace
                ? new Directory.Found(List.of(), null)
                : directory.find(resolved, few, after, reader, PAGE_SIZE);
        Facets.Counts counts = unknownPlace ? Facets.Counts.NONE : facets.of(resolved, few, reader);
        model.addAttribute("filter", resolved);
        model.addAttribute("place", place);
        model.addAttribute("near", place == null ? filter.near() : place.label(language));
        model.addAttribute("unknownPlace", unknownPlace);
        model.addAttribute(
                "others", others.stream().filter(other -> other != place).toList());
        model.addAttribute("librarians", found.librarians());
        model.addAttribute("next", found.next() == null ? null : resolved.address(found.next()));
        model.addAttribute("first", after == null ? null : resolved.address(null));
        model.addAttribute("sectors", Sector.values());
        model.addAttribute("offers", Offer.values());
        model.addAttribute("cohorts", reader == null ? List.of() : cohorts.of(reader));
        model.addAttribute("counts", counts);
        model.addAttribute("ways", DirectoryWays.of(resolved, counts));
        model.addAttribute("map", place == null ? null : map(place, resolved, counts));
        return "librarian/directory";
    }

    private MapDrawing map(Place place, DirectoryFilter filter, Facets.Counts counts) {
        return atlas.draw(
                place.coordinates(),
                Math.max(filter.within(), Atlas.MIN_RADIUS_KM),
                counts.places().stream()
                        .map(at -> new MapDrawing.Marker(at.name(), at.path(), at.at(), at.librarians()))
                        .toList());
    }
}
