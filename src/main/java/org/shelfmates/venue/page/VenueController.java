package org.shelfmates.venue.page;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.venue.Cost;
import org.shelfmates.venue.directory.VenueFilter;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.MovedException;
import org.shelfmates.web.PublicPage;
import org.shelfmates.web.RateLimits;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A venue's page, and what people say of it by a button. */
@Controller
class VenueController {

    private static final int SHOWN = 10;
    private static final int MOST_PEOPLE = 100_000;
    private static final int MOST_HOURS = 24;
    private static final int TIMES = 60;
    private static final int ASKED = 30;
    private static final Duration PER = Duration.ofHours(1);

    private final VenuePages pages;
    private final Vouching vouching;
    private final RateLimits limits;
    private final Clock clock;

    VenueController(VenuePages pages, Vouching vouching, RateLimits limits, Clock clock) {
        this.pages = pages;
        this.vouching = vouching;
        this.limits = limits;
        this.clock = clock;
    }

    @PublicPage
    @GetMapping("/venues/{id:\\d{1,18}}")
    String moved(@PathVariable long id) {
        throw new MovedException(pages.page(id, null).card().path());
    }

    /** @param people for how many it is told what it costs */
    @PublicPage
    @GetMapping("/venues/{id:\\d{1,18}}/{slug}")
    String venue(
            @PathVariable long id,
            @PathVariable String slug,
            @RequestParam @Nullable Integer people,
            @RequestParam @Nullable Integer hours,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            Model model) {
        VenuePage page = pages.page(id, viewer == null ? null : viewer.id());
        if (!page.card().slug().equals(slug)) {
            throw new MovedException(page.card().path());
        }
        int party = people == null ? VenueFilter.PARTY : people;
        int time = hours == null ? Cost.HOURS : hours;
        BadRequestException.unless(
                party >= 1 && party <= MOST_PEOPLE && time >= 1 && time <= MOST_HOURS, "no party of ours");
        model.addAttribute("page", page);
        model.addAttribute("card", page.card());
        model.addAttribute("quote", page.card().cost().of(party, time));
        model.addAttribute("held", pages.held(id, SHOWN));
        model.addAttribute("stale", page.stale(clock.instant()));
        return "venue/page";
    }

    @PostMapping("/venues/{id:\\d{1,18}}/confirmation")
    String confirm(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String version) {
        BadRequestException.unless(version.matches("\\d{1,9}|"), "no version");
        limits.take("venue-word", viewer.handle(), TIMES, PER);
        return "redirect:" + vouching.confirm(id, version.isEmpty() ? -1 : Integer.parseInt(version), viewer.id());
    }

    @PostMapping("/venues/{id:\\d{1,18}}/hosting")
    String host(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        limits.take("venue-word", viewer.handle(), TIMES, PER);
        return "redirect:" + vouching.host(id, viewer.id());
    }

    @PostMapping("/venues/{id:\\d{1,18}}/hosting/withdrawal")
    String withdraw(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return "redirect:" + vouching.withdraw(id, viewer.id());
    }

    @PostMapping("/venues/{id:\\d{1,18}}/question")
    String ask(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        limits.take("venue-question", viewer.handle(), ASKED, PER);
        return "redirect:" + vouching.ask(id, viewer.id());
    }
}
