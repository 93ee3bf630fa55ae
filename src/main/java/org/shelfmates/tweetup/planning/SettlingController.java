package org.shelfmates.tweetup.planning;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.shelfmates.account.Viewer;
import org.shelfmates.web.BadRequestException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What planners settle beside a date: what another proposed, a date that falls through. */
@Controller
class SettlingController {

    private static final String TWEETUP = "/tweetups/{id:\\d{1,18}}";
    private static final String PROPOSAL = TWEETUP + "/proposals/{proposal:\\d{1,18}}";

    private final Settling settling;
    private final TogetherPage page;

    SettlingController(Settling settling, TogetherPage page) {
        this.settling = settling;
        this.page = page;
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
