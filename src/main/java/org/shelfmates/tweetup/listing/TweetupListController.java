package org.shelfmates.tweetup.listing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.shelfmates.place.Places;
import org.shelfmates.tweetup.TweetupCards;
import org.shelfmates.tweetup.TweetupFilter;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.PublicPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class TweetupListController {

    private static final int PAGE_SIZE = 20;
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
     * @param from the first day; {@code until} the last
     */
    @PublicPage
    @GetMapping("/tweetups")
    String list(
            @RequestParam(defaultValue = "coming") String show,
            @RequestParam(defaultValue = "") String near,
            @RequestParam @Nullable Long place,
            @RequestParam(defaultValue = "" + TweetupFilter.WITHIN) int within,
            TweetupListForm days,
            @RequestParam(defaultValue = "") String free,
            @RequestParam(name = "step-free", defaultValue = "") String stepFree,
            @RequestParam(name = "needs-answers", defaultValue = "") String needsAnswers,
            @RequestParam @Nullable String after,
            Locale language,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(within >= 1 && within <= FARTHEST && near.length() <= 200, "distance or name");
        Place centre = places.choose(Objects.toString(place, ""), near).best();
        String problem = days.problem();
        var filter = new TweetupFilter(
                side(show),
                centre,
                within,
                TweetupListForm.day(days.from()),
                TweetupListForm.day(days.until()),
                TweetupListForm.ticked(free),
                TweetupListForm.ticked(stepFree),
                TweetupListForm.ticked(needsAnswers));
        TweetupCards.Listing listing =
                problem == null ? tweetups.list(filter, after, PAGE_SIZE) : new TweetupCards.Listing(List.of(), null);
        if (problem != null) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        model.addAttribute("show", show);
        model.addAttribute("sides", sides(filter));
        model.addAttribute("near", centre == null ? near : centre.label(language));
        model.addAttribute("calendar", CalendarController.address(null, centre, within));
        model.addAttribute("filter", filter);
        model.addAttribute("days", days);
        model.addAttribute("problem", problem);
        model.addAttribute("unknownPlace", centre == null && (place != null || !near.isBlank()));
        model.addAttribute("tweetups", listing.tweetups());
        model.addAttribute("next", listing.next() == null ? null : filter.address(listing.next()));
        model.addAttribute("first", after == null ? null : filter.address(null));
        return "tweetup/list";
    }

    /** The other sides of the list, by the words that their tabs bear, with what is asked for. */
    private static Map<String, String> sides(TweetupFilter filter) {
        Map<String, String> sides = new LinkedHashMap<>();
        for (TweetupCards.Show side : TweetupCards.Show.values()) {
            sides.put(side.word(), filter.on(side).address(null));
        }
        return sides;
    }

    private static TweetupCards.Show side(String show) {
        return Stream.of(TweetupCards.Show.values())
                .filter(side -> side.word().equals(show))
                .findFirst()
                .orElseThrow(() -> new BadRequestException("no such list"));
    }
}
