package org.shelfmates.tweetup.planning;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.web.MovedException;
import org.shelfmates.web.PageKey;
import org.shelfmates.web.PublicPage;
import org.shelfmates.web.RateLimits;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a tweetup's planners have settled. */
@Controller
class DecisionController {

    private static final int PAGE_SIZE = 100;
    private static final int WRITTEN = 60;
    private static final Duration PER = Duration.ofHours(1);

    private final Decisions decisions;
    private final Plans plans;
    private final TogetherPage page;
    private final RateLimits limits;

    DecisionController(Decisions decisions, Plans plans, TogetherPage page, RateLimits limits) {
        this.decisions = decisions;
        this.plans = plans;
        this.page = page;
        this.limits = limits;
    }

    @PublicPage
    @GetMapping("/tweetups/{id:\\d{1,18}}/{slug}/decisions")
    String list(
            @PathVariable long id,
            @PathVariable String slug,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Plans.Plan plan = plans.plan(id, null);
        String address = plan.path() + "/decisions";
        if (!plan.path().endsWith("/" + slug)) {
            throw new MovedException(address);
        }
        Decisions.Listing listing =
                decisions.list(id, viewer == null ? null : viewer.id(), PageKey.parse(after, 1), PAGE_SIZE);
        model.addAttribute("plan", plan);
        model.addAttribute("decisions", listing.lines());
        model.addAttribute("next", listing.next() == null ? null : address + "?after=" + listing.next());
        model.addAttribute("first", after == null ? null : address);
        return "tweetup/planning-decisions";
    }

    @PostMapping("/tweetups/{id:\\d{1,18}}/decisions")
    String write(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("decision") DecisionForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        page.forPlanner(id, viewer);
        if (errors.hasErrors()) {
            return page.refused(id, viewer, "decision", model, response);
        }
        limits.take("decide", viewer.handle(), WRITTEN, PER);
        decisions.write(id, viewer.id(), form.words());
        return page.done(id, viewer);
    }
}
