package org.shelfmates.tweetup;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.shelfmates.place.PlaceChoice;
import org.shelfmates.place.Places;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.PageKey;
import org.shelfmates.web.PublicPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

@Controller
class TweetupListController {

    private static final int PAGE_SIZE = 20;
    private static final int WITHIN = 50;
    private static final int FARTHEST = 500;

    private final TweetupCards tweetups;
    private final Places places;

    TweetupListController(TweetupCards tweetups, Places places) {
        this.tweetups = tweetups;
        this.places = places;
    }

    /**
     * @param show coming, planned or past
     * @param near the name of a place, or {@code place} its id
     * @param within how many kilometres from it
     */
    @PublicPage
    @GetMapping("/tweetups")
    String list(
            @RequestParam(defaultValue = "coming") String show,
            @RequestParam(defaultValue = "") String near,
            @RequestParam @Nullable Long place,
            @RequestParam(defaultValue = "" + WITHIN) int within,
            @RequestParam @Nullable String after,
            Locale language,
            Model model) {
        if (within < 1 || within > FARTHEST || near.length() > 200) {
            throw new BadRequestException("distance or name out of range");
        }
        TweetupCards.Show side = side(show);
        PlaceChoice choice = places.choose(Objects.toString(place, ""), near);
        Place centre = choice.chosen() == null && !choice.choices().isEmpty()
                ? choice.choices().get(0)
                : choice.chosen();
        TweetupCards.Listing listing = tweetups.list(side, centre, within, after, PAGE_SIZE);
        model.addAttribute("show", show);
        model.addAttribute("near", centre == null ? near : centre.label(language));
        model.addAttribute("place", centre);
        model.addAttribute("within", within);
        model.addAttribute("unknownPlace", centre == null && (place != null || !near.isBlank()));
        model.addAttribute("tweetups", listing.tweetups());
        model.addAttribute("next", listing.next() == null ? null : address(show, centre, within, listing.next()));
        model.addAttribute("first", after == null ? null : "/tweetups?show=" + show);
        return "tweetup/list";
    }

    private static String address(String show, @Nullable Place place, int within, PageKey next) {
        var address = UriComponentsBuilder.fromPath("/tweetups").queryParam("show", show);
        if (place != null) {
            address.queryParam("place", place.id()).queryParam("within", within);
        }
        return address.queryParam("after", next).toUriString();
    }

    private static TweetupCards.Show side(String show) {
        try {
            return TweetupCards.Show.valueOf(show.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("no such list");
        }
    }
}
