package org.shelfmates.tweetup.edit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import org.shelfmates.account.Viewer;
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

/** Another time or venue for a tweetup that people were invited to. */
@Controller
class ChangeController {

    private static final String PAGE = "tweetup/change";
    private static final int CHANGES = 30;
    private static final Duration PER = Duration.ofHours(1);

    private final Changing changing;
    private final RateLimits limits;

    ChangeController(Changing changing, RateLimits limits) {
        this.changing = changing;
        this.limits = limits;
    }

    @GetMapping("/tweetups/{id:\\d{1,18}}/{slug}/change")
    String form(@PathVariable long id, @PathVariable String slug, @AuthenticationPrincipal Viewer viewer, Model model) {
        Changing.Now now = changing.now(id, viewer, "");
        if (!now.plan().path().endsWith("/" + slug)) {
            throw new MovedException(now.plan().path() + "/change");
        }
        model.addAttribute("now", now);
        model.addAttribute("form", now.form());
        return PAGE;
    }

    /** Whatever slug the form was opened at: a new title meanwhile is no reason to lose what was typed. */
    @PostMapping("/tweetups/{id:\\d{1,18}}/{slug}/change")
    String change(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") ChangeForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "ONE") Scope scope,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        limits.take("change", viewer.handle(), CHANGES, PER);
        Saving saving = changing.change(id, viewer.id(), form, scope, errors);
        Changing.Now now = changing.now(id, viewer, form.known());
        if (saving == Saving.SAVED) {
            return "redirect:" + now.plan().after(scope);
        }
        boolean stale = saving == Saving.STALE;
        response.setStatus((stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        model.addAttribute("now", now);
        model.addAttribute("stale", stale);
        model.addAttribute("scope", scope);
        return PAGE;
    }
}
