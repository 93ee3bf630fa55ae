package org.shelfmates.tweetup.recap;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.Markdown;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Where planners write the recap. */
@Controller
class RecapController {

    private static final String PAGE = "tweetup/recap/edit";

    private final Recaps recaps;
    private final Markdown markdown;

    RecapController(Recaps recaps, Markdown markdown) {
        this.recaps = recaps;
        this.markdown = markdown;
    }

    @GetMapping("/tweetups/{id:\\d{1,18}}/{slug}/recap")
    String form(@PathVariable long id, @PathVariable String slug, @AuthenticationPrincipal Viewer viewer, Model model) {
        Recaps.Page page = recaps.page(id, viewer);
        if (!page.plan().slug().equals(slug)) {
            throw new MovedException(page.plan().path() + "/recap");
        }
        model.addAttribute("page", page);
        model.addAttribute("form", page.saved());
        return PAGE;
    }

    /** @param preview present when the recap is to be shown and not yet saved */
    @PostMapping("/tweetups/{id:\\d{1,18}}/{slug}/recap")
    String save(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") RecapForm form,
            BindingResult errors,
            @RequestParam @Nullable String preview,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        Recaps.Page page = recaps.page(id, viewer);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else if (preview != null) {
            model.addAttribute("preview", markdown.html(form.body()));
        } else if (recaps.save(id, viewer, form)) {
            return "redirect:" + page.plan().path() + "#recap";
        } else {
            response.setStatus(HttpStatus.CONFLICT.value());
            page = recaps.page(id, viewer);
            model.addAttribute("stale", true);
        }
        model.addAttribute("page", page);
        return PAGE;
    }
}
