package org.shelfmates.tweetup.planning;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.LocalTimes;
import org.shelfmates.web.BadRequestException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What planners settle: a date by hand, what another proposed, a date that falls through. */
@Controller
class SettlingController {

    private static final String TWEETUP = "/tweetups/{id:\\d{1,18}}";
    private static final String PROPOSAL = TWEETUP + "/proposals/{proposal:\\d{1,18}}";

    private final Settling settling;
    private final TogetherPage page;
    private final Clock clock;

    SettlingController(Settling settling, TogetherPage page, Clock clock) {
        this.settling = settling;
        this.page = page;
        this.clock = clock;
    }

    @PostMapping(TWEETUP + "/date")
    String schedule(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("date") DateForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        ZoneId zone = page.forPlanner(id, viewer).zone();
        Instant start = LocalTimes.read("start", form.start(), zone, errors);
        Instant end = LocalTimes.read("end", form.end(), zone, errors);
        if (start != null && end != null) {
            LocalTimes.check("start", start, "end", end, clock.instant(), errors);
        }
        if (errors.hasErrors()) {
            return page.refused(id, viewer, "date", model, response);
        }
        settling.choose(id, viewer.id(), new Settling.Choice(start, end, form.venue(), null));
        return page.done(id, viewer);
    }

    @PostMapping(TWEETUP + "/date/withdrawal")
    String askAgain(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("again") AgainForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        page.forPlanner(id, viewer);
        if (errors.hasErrors()) {
            return page.refused(id, viewer, "again", model, response);
        }
        settling.askAgain(id, viewer.id(), form.reason());
        return page.done(id, viewer);
    }

    @PostMapping(PROPOSAL + "/confirmation")
    String confirm(@PathVariable long id, @PathVariable long proposal, @AuthenticationPrincipal Viewer viewer) {
        settling.confirm(id, viewer.id(), proposal);
        return page.done(id, viewer);
    }

    @PostMapping(PROPOSAL + "/rejection")
    String reject(@PathVariable long id, @PathVariable long proposal, @AuthenticationPrincipal Viewer viewer) {
        settling.reject(id, viewer.id(), proposal);
        return page.done(id, viewer);
    }

    /** @param second {@code true} or {@code false} */
    @PostMapping(TWEETUP + "/agreement")
    String agreement(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String second,
            Model model,
            HttpServletResponse response) {
        page.forPlanner(id, viewer);
        BadRequestException.unless(second.equals("true") || second.equals("false"), "neither on nor off");
        switch (settling.requireAgreement(id, viewer.id(), second.equals("true"))) {
            case ALONE -> model.addAttribute("problem", "together.agreement.alone");
            case WAITING -> model.addAttribute("problem", "together.agreement.waiting");
            case DONE -> {
                return page.done(id, viewer);
            }
        }
        return page.refused(id, viewer, "invitation", model, response);
    }
}
