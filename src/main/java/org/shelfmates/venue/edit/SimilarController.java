package org.shelfmates.venue.edit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.shelfmates.place.Places;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What may be there already, while somebody types. */
@Controller
class SimilarController {

    private static final int LONGEST = 200;

    private final Similar similar;
    private final Places places;

    SimilarController(Similar similar, Places places) {
        this.similar = similar;
        this.places = places;
    }

    record Suggestion(String name, String where, String path) {}

    @ResponseBody
    @GetMapping(path = "/venues/similar", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Suggestion> similar(
            @RequestParam(defaultValue = "") String name,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String placeName) {
        if (name.length() > LONGEST || placeName.length() > LONGEST || name.indexOf(0) >= 0) {
            return List.of();
        }
        Place at = places.choose(place, placeName).best();
        return at == null
                ? List.of()
                : similar.to(name, at, 0).stream()
                        .map(card -> new Suggestion(
                                card.name(), card.address().isEmpty() ? card.placeName() : card.address(), card.path()))
                        .toList();
    }
}
