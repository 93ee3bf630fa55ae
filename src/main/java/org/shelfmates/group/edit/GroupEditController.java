package org.shelfmates.group.edit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Locale;
import org.shelfmates.account.Viewer;
import org.shelfmates.place.PlaceChoice;
import org.shelfmates.place.Places;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.RateLimits;
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

/** Where organisers change what their group says of itself. */
@Controller
class GroupEditController {

    private static final int CHANGED = 60;

    private final Founding founding;
    private final Places places;
    private final RateLimits limits;

    GroupEditController(Founding founding, Places places, RateLimits limits) {
        this.founding = founding;
        this.places = places;
        this.limits = limits;
    }

    @GetMapping("/groups/{slug}/edit")
    String toEdit(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer, Locale language, Model model) {
        model.addAttribute("groupForm", founding.toEdit(slug, viewer.id(), language));
        return show(slug, model);
    }

    @PostMapping("/groups/{slug}/edit")
    String edit(
            @PathVariable String slug,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("groupForm") GroupForm form,
            BindingResult errors,
            Locale language,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        founding.toEdit(slug, viewer.id(), language); // who may not change it learns nothing of what is wrong
        PlaceChoice choice = places.choose(form.place(), form.placeName(), errors);
        model.addAttribute("choices", choice.choices());
        founding.check(form, errors);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        if (!errors.hasErrors() && choice.chosen() != null) {
            limits.take("group-edit", viewer.handle(), CHANGED, Duration.ofHours(1));
            try {
                if (founding.edit(slug, form, choice.chosen(), viewer.id())) {
                    return "redirect:/groups/" + (form.slug().isEmpty() ? slug : form.slug());
                }
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("theirs", founding.toEdit(slug, viewer.id(), language));
            } catch (DuplicateKeyException e) {
                errors.rejectValue("slug", "group.slug.taken", new Object[] {form.address()}, null);
            }
        }
        return show(slug, model);
    }

    private static String show(String slug, Model model) {
        return StartController.form(model, "/groups/" + slug + "/edit", "/groups/" + slug);
    }
}
