package org.shelfmates.place;

import java.util.List;
import java.util.Locale;
import org.shelfmates.web.PublicPage;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Place search, as a page and as suggestions for the combobox. */
@Controller
class PlaceController {

    private static final int FOUND = 20;
    private static final int SUGGESTED = 8;
    private static final int LONGEST_NAME = 100;

    private final Places places;

    PlaceController(Places places) {
        this.places = places;
    }

    @PublicPage
    @GetMapping("/places")
    String search(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("found", q.length() > LONGEST_NAME ? List.of() : places.search(q, null, FOUND));
        return "place/search";
    }

    /**
     * @param id to send with a form
     * @param name what to put into the field
     * @param within what tells it from others of that name
     * @param path its page
     */
    record Suggestion(long id, String name, String within, String path) {}

    @PublicPage
    @ResponseBody
    @GetMapping(path = "/places", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Suggestion> suggest(@RequestParam(defaultValue = "") String q, Locale language) {
        if (q.length() > LONGEST_NAME) {
            return List.of();
        }
        return places.search(q, null, SUGGESTED).stream()
                .map(place -> new Suggestion(place.id(), place.name(), place.within(language), place.path()))
                .toList();
    }
}
