package org.shelfmates.visit;

import java.time.Duration;
import org.shelfmates.account.Viewer;
import org.shelfmates.librarian.Profiles;
import org.shelfmates.place.Place;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.RateLimits;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Visits: one's own and those near one's home, and what is done about one. */
@Controller
class VisitController {

    private static final int NEAR = 25;
    private static final int SHOWN = 50;
    private static final int HELLOS = 30;

    private final Visits visits;
    private final Visiting visiting;
    private final Profiles profiles;
    private final RateLimits limits;

    VisitController(Visits visits, Visiting visiting, Profiles profiles, RateLimits limits) {
        this.visits = visits;
        this.visiting = visiting;
        this.profiles = profiles;
        this.limits = limits;
    }

    @GetMapping("/visits")
    String list(@AuthenticationPrincipal Viewer viewer, Model model) {
        Place home = profiles.home(viewer.id());
        model.addAttribute("home", home);
        model.addAttribute("mine", visits.of(viewer.id(), viewer.id()));
        model.addAttribute(
                "near",
                visits.around(home.id(), NEAR, viewer.id(), SHOWN).cards().stream()
                        .filter(card -> !card.isBy(viewer.id()))
                        .toList());
        return "visit/list";
    }

    @GetMapping("/visits/{id:\\d{1,18}}")
    String page(@PathVariable long id, @AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("card", visits.find(id, viewer.id()).orElseThrow(NotFoundException::new));
        return "visit/page";
    }

    @PostMapping("/visits/{id:\\d{1,18}}/hello")
    String hello(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        limits.take("hello", viewer.handle(), HELLOS, Duration.ofHours(1));
        return "redirect:" + visiting.hello(id, viewer.id());
    }

    @PostMapping("/visits/{id:\\d{1,18}}/cancellation")
    String cancel(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        visiting.cancel(id, viewer.id());
        return "redirect:/visits";
    }
}
