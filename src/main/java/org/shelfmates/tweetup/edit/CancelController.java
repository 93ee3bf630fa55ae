package org.shelfmates.tweetup.edit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.Scope;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.MovedException;
import org.shelfmates.web.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Cancels a tweetup, asking why, and takes it back. */
@Controller
class CancelController {

    private static final String PAGE = "tweetup/cancel";
    private static final int TIMES = 20;
    private static final Duration PER = Duration.ofHours(1);

    private final Cancelling cancelling;
    private final Plans plans;
    private final RateLimits limits;

    CancelController(Cancelling cancelling, Plans plans, RateLimits limits) {
        this.cancelling = cancelling;
        this.plans = plans;
        this.limits = limits;
    }

    @GetMapping("/tweetups/{id:\\d{1,18}}/{slug}/cancellation")
    String form(@PathVariable long id, @PathVariable String slug, @AuthenticationPrincipal Viewer viewer, Model model) {
        Plans.Plan plan = cancelling.toCancel(id, viewer);
        if (!plan.path().endsWith("/" + slug)) {
            throw new MovedException(plan.path() + "/cancellation");
        }
        model.addAttribute("plan", plan);
        model.addAttribute("form", new CancelForm(""));
        return PAGE;
    }

    @PostMapping("/tweetups/{id:\\d{1,18}}/cancellation")
    String cancel(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") CancelForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "ONE") Scope scope,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        Plans.Plan plan = cancelling.toCancel(id, viewer);
        if (errors.hasErrors()) {
            model.addAttribute("plan", plan);
            model.addAttribute("scope", scope);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return PAGE;
        }
        limits.take("cancel", viewer.handle(), TIMES, PER);
        cancelling.cancel(id, viewer.id(), scope, form.because());
        return "redirect:" + plan.after(scope);
    }

    @PostMapping("/tweetups/{id:\\d{1,18}}/reopening")
    String reopen(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        limits.take("cancel", viewer.handle(), TIMES, PER);
        cancelling.reopen(id, viewer.id());
        return "redirect:" + plans.plan(id, viewer).path();
    }
}
