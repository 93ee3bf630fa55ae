package org.shelfmates.tweetup.edit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.Scope;
import org.shelfmates.web.BadRequestException;
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

/** What planners write about their tweetup, all but when and where. */
@Controller
class EditController {

    private static final String PAGE = "tweetup/edit";

    private final Editing editing;
    private final EditPages pages;

    EditController(Editing editing, EditPages pages) {
        this.editing = editing;
        this.pages = pages;
    }

    @GetMapping("/tweetups/{id:\\d{1,18}}/{slug}/edit")
    String form(@PathVariable long id, @PathVariable String slug, @AuthenticationPrincipal Viewer viewer, Model model) {
        EditPage page = pages.byId(id, viewer);
        if (!page.plan().path().endsWith("/" + slug)) {
            throw new MovedException(page.plan().path() + "/edit");
        }
        model.addAttribute("page", page);
        model.addAttribute("form", page.saved());
        return PAGE;
    }

    /** Whatever slug the form was opened at: a new title meanwhile is no reason to lose what was typed. */
    @PostMapping("/tweetups/{id:\\d{1,18}}/{slug}/edit")
    String save(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") EditForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "ONE") Scope scope,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        Saving saving = editing.save(id, viewer, form, scope, errors);
        EditPage page = pages.byId(id, viewer);
        if (saving == Saving.SAVED) {
            return "redirect:" + page.plan().after(scope);
        }
        boolean stale = saving == Saving.STALE;
        response.setStatus((stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        model.addAttribute("page", page);
        model.addAttribute("scope", scope);
        model.addAttribute("differences", stale ? form.differences(page.saved()) : null);
        return PAGE;
    }
}
