package org.shelfmates.librarian.programme;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import org.shelfmates.account.Viewer;
import org.shelfmates.web.BadRequestException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** New programmes, by administrators, and changes by their organisers. */
@Controller
class ProgrammeFormController {

    private static final String PAGE = "librarian/programme/form";
    private static final String NEW = "/programmes/new";

    private final Organising organising;

    ProgrammeFormController(Organising organising) {
        this.organising = organising;
    }

    @GetMapping(NEW)
    String form(@AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("programmeForm", new ProgrammeForm("", viewer.handle(), "", "", ""));
        return show(NEW, model);
    }

    @PostMapping(NEW)
    String create(
            @Valid @ModelAttribute("programmeForm") ProgrammeForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        check(form, errors);
        Optional<Long> organiser =
                errors.hasFieldErrors("organiser") ? Optional.empty() : organising.librarian(form.organiser());
        if (organiser.isEmpty() && !errors.hasFieldErrors("organiser")) {
            errors.rejectValue("organiser", "programme.organiser.unknown");
        }
        if (!errors.hasErrors() && organiser.isPresent()) {
            try {
                return "redirect:" + ProgrammeCard.pathOf(organising.create(form, organiser.get()));
            } catch (DuplicateKeyException e) {
                errors.rejectValue("name", "programme.name.taken");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(NEW, model);
    }

    @GetMapping("/programmes/{slug}/edit")
    String toEdit(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("programmeForm", organising.toEdit(slug, viewer.id()));
        return show(ProgrammeCard.pathOf(slug) + "/edit", model);
    }

    @PostMapping("/programmes/{slug}/edit")
    String edit(
            @PathVariable String slug,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("programmeForm") ProgrammeForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        organising.toEdit(slug, viewer.id());
        check(form, errors);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        if (!errors.hasErrors()) {
            try {
                if (organising.edit(slug, form, viewer.id())) {
                    return "redirect:" + ProgrammeCard.pathOf(slug);
                }
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("theirs", organising.toEdit(slug, viewer.id()));
            } catch (DuplicateKeyException e) {
                errors.rejectValue("name", "programme.name.taken");
            }
        }
        return show(ProgrammeCard.pathOf(slug) + "/edit", model);
    }

    private void check(ProgrammeForm form, BindingResult errors) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        organising.check(form, errors);
    }

    private static String show(String action, Model model) {
        model.addAttribute("action", action);
        return PAGE;
    }
}
