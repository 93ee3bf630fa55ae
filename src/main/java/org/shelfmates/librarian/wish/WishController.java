package org.shelfmates.librarian.wish;

import java.time.Duration;
import org.shelfmates.account.Viewer;
import org.shelfmates.place.Place;
import org.shelfmates.place.Places;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.RateLimits;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One click on a place's page: tell me when there are three of us. */
@Controller
class WishController {

    private static final int WISHES = 60;

    private final Wishes wishes;
    private final Places places;
    private final RateLimits limits;

    WishController(Wishes wishes, Places places, RateLimits limits) {
        this.wishes = wishes;
        this.places = places;
        this.limits = limits;
    }

    private Place place(String country, String slug) {
        return places.byAddress(country, slug).orElseThrow(NotFoundException::new);
    }

    @PostMapping("/places/{country}/{slug}/wishes")
    String wish(@PathVariable String country, @PathVariable String slug, @AuthenticationPrincipal Viewer viewer) {
        Place place = place(country, slug);
        limits.take("wish", viewer.handle(), WISHES, Duration.ofHours(1));
        wishes.wish(place.id(), viewer.id());
        return "redirect:" + place.path() + "#wish";
    }

    @PostMapping("/places/{country}/{slug}/wishes/withdrawal")
    String withdraw(@PathVariable String country, @PathVariable String slug, @AuthenticationPrincipal Viewer viewer) {
        Place place = place(country, slug);
        wishes.unwish(place.id(), viewer.id());
        return "redirect:" + place.path() + "#wish";
    }
}
