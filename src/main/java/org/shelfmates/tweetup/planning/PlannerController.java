package org.shelfmates.tweetup.planning;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import org.shelfmates.account.Viewer;
import org.shelfmates.web.RateLimits;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who plans a tweetup: asking others to, answering that, stepping down. */
@Controller
@RequestMapping("/tweetups/{id:\\d{1,18}}/planners")
class PlannerController {

    private static final int ASKED = 30;
    private static final Duration PER = Duration.ofHours(1);

    private final Planners planners;
    private final TogetherPage page;
    private final RateLimits limits;

    PlannerController(Planners planners, TogetherPage page, RateLimits limits) {
        this.planners = planners;
        this.page = page;
        this.limits = limits;
    }

    @PostMapping
    String invite(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("invitation") InvitationForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        page.forPlanner(id, viewer);
        if (!errors.hasErrors()) {
            limits.take("invite", viewer.handle(), ASKED, PER);
            switch (planners.invite(id, viewer.id(), form.handle())) {
                case UNKNOWN -> errors.rejectValue("handle", "together.invite.unknown");
                case PLANNER -> errors.rejectValue("handle", "together.invite.planner");
                case BEFORE -> errors.rejectValue("handle", "together.invite.before");
                case DONE -> {
                    return page.done(id, viewer);
                }
            }
        }
        return page.refused(id, viewer, "invitation", model, response);
    }

    @PostMapping("/withdrawal")
    String withdraw(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String handle) {
        planners.withdraw(id, viewer.id(), handle);
        return page.done(id, viewer);
    }

    @PostMapping("/acceptance")
    String accept(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        planners.accept(id, viewer.id());
        return page.done(id, viewer);
    }

    @PostMapping("/refusal")
    String decline(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        planners.decline(id, viewer.id());
        return page.done(id, viewer);
    }

    @PostMapping("/resignation")
    String stepDown(
            @PathVariable long id, @AuthenticationPrincipal Viewer viewer, Model model, HttpServletResponse response) {
        if (planners.stepDown(id, viewer.id())) {
            return page.done(id, viewer);
        }
        model.addAttribute("problem", "together.step-down.last");
        return page.refused(id, viewer, "invitation", model, response);
    }
}
