package org.shelfmates.venue.edit;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.place.Place;
import org.shelfmates.place.Places;
import org.shelfmates.venue.VenueCard;
import org.shelfmates.venue.VenueConflictException;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "This is the same as another": first which one, then both side by side, then which of them is kept. */
@Controller
class MergeController {

    private static final String PAGE = "venue/merge";
    private static final int TIMES = 20;

    /** An id, or an address that has one. */
    private static final Pattern NAMED = Pattern.compile("\\s*(?:\\S*/venues/)?(\\d{1,18})(?:/\\S*)?\\s*");

    private final Merging merging;
    private final Revising revising;
    private final Similar similar;
    private final Places places;
    private final RateLimits limits;

    MergeController(Merging merging, Revising revising, Similar similar, Places places, RateLimits limits) {
        this.merging = merging;
        this.revising = revising;
        this.similar = similar;
        this.places = places;
        this.limits = limits;
    }

    /**
     * @param with which of those that are alike, or empty for another one; null as long as nobody has said
     * @param address another one's address or number
     */
    @GetMapping("/venues/{id:\\d{1,18}}/{slug}/merge")
    String choose(
            @PathVariable long id,
            @RequestParam @Nullable String with,
            @RequestParam(defaultValue = "") String address,
            Locale language,
            Model model,
            HttpServletResponse response) {
        Revising.Current current = revising.current(id, language);
        model.addAttribute("current", current);
        model.addAttribute("id", id);
        model.addAttribute("with", with);
        model.addAttribute("address", address);
        boolean asked = with != null || !address.isBlank();
        String problem = asked ? compare(id, with == null || with.isBlank() ? address : with, model) : null;
        if (problem != null) {
            model.addAttribute("problem", problem);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("alike", alike(id, current));
        return PAGE;
    }

    /** @return the message that says what is wrong, or null */
    private @Nullable String compare(long id, String with, Model model) {
        if (with.isBlank()) {
            return "merge.none";
        }
        Matcher named = NAMED.matcher(with);
        if (!named.matches()) {
            return "merge.unknown";
        }
        try {
            model.addAttribute("pair", merging.pair(id, Long.parseLong(named.group(1))));
            return null;
        } catch (NotFoundException e) {
            return "merge.unknown";
        } catch (VenueConflictException e) {
            return "merge.itself";
        }
    }

    private List<VenueCard> alike(long id, Revising.Current current) {
        Place place = places.byId(current.placeId()).orElseThrow();
        return similar.to(current.name(), place, id);
    }

    /** @param kept which of the two is kept: the venue of the address, or {@code with} */
    @PostMapping("/venues/{id:\\d{1,18}}/merge")
    String merge(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String with,
            @RequestParam(defaultValue = "") String kept,
            @AuthenticationPrincipal Viewer viewer) {
        BadRequestException.unless(with.matches("\\d{1,18}"), "no venue");
        BadRequestException.unless(kept.equals(with) || kept.equals(Long.toString(id)), "neither of the two");
        limits.take("venue-merge", viewer.handle(), TIMES, Duration.ofHours(1));
        long other = Long.parseLong(with);
        boolean into = Long.parseLong(kept) == other;
        return "redirect:" + merging.merge(into ? id : other, into ? other : id, viewer.id());
    }
}
