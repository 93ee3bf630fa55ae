package org.shelfmates.tweetup.planning;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.shelfmates.account.Viewer;
import org.shelfmates.web.MovedException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The date that a planner settles by hand, and with it the venue. */
@Controller
class DateController {

    private static final String PAGE = "tweetup/date";

    private final ByHand byHand;
    private final TogetherPage page;

    DateController(ByHand byHand, TogetherPage page) {
        this.byHand = byHand;
        this.page = page;
    }

    @GetMapping("/tweetups/{id:\\d{1,18}}/{slug}/date")
    String form(@PathVariable long id, @PathVariable String slug, @AuthenticationPrincipal Viewer viewer, Model model) {
        ByHand.Now now = byHand.now(id, viewer, "");
        if (!now.plan().slug().equals(slug)) {
            throw new MovedException(now.plan().path() + "/date");
        }
        model.addAttribute("now", now);
        model.addAttribute("form", now.form());
        return PAGE;
    }

    @PostMapping("/tweetups/{id:\\d{1,18}}/date")
    String settle(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") DateForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (byHand.settle(id, viewer, form, errors)) {
            return page.done(id, viewer);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("now", byHand.now(id, viewer, form.known()));
        return PAGE;
    }
}
