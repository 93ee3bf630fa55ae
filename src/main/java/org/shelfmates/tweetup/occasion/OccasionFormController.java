package org.shelfmates.tweetup.occasion;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.place.Place;
import org.shelfmates.place.PlaceChoice;
import org.shelfmates.place.Places;
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

/** New occasions, and changes of one's own. */
@Controller
class OccasionFormController {

    private static final String PAGE = "tweetup/occasion/form";
    private static final String NEW = "/occasions/new";
    private static final int MADE = 10;
    private static final Duration PER = Duration.ofHours(1);

    private final Announcing announcing;
    private final Places places;
    private final RateLimits limits;

    OccasionFormController(Announcing announcing, Places places, RateLimits limits) {
        this.announcing = announcing;
        this.places = places;
        this.limits = limits;
    }

    @GetMapping(NEW)
    String form(Model model) {
        model.addAttribute("occasionForm", new OccasionForm("", "", "", null, "", "", "", ""));
        return show(NEW, model);
    }

    @PostMapping(NEW)
    String announce(
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("occasionForm") OccasionForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        Place place = check(form, true, errors, model);
        if (place != null) {
            limits.take("occasion", viewer.handle(), MADE, PER);
            try {
                return "redirect:" + OccasionCard.pathOf(announcing.announce(form, place, viewer.id()));
            } catch (DuplicateKeyException e) {
                errors.rejectValue("name", "occasion.name.taken");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(NEW, model);
    }

    @GetMapping("/occasions/{slug}/edit")
    String toEdit(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("occasionForm", announcing.toEdit(slug, viewer.id()));
        return show(address(slug), model);
    }

    @PostMapping("/occasions/{slug}/edit")
    String edit(
            @PathVariable String slug,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("occasionForm") OccasionForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        announcing.toEdit(slug, viewer.id()); // whose it is comes before what is wrong with the form
        Place place = check(form, false, errors, model);
        HttpStatus refused = HttpStatus.UNPROCESSABLE_CONTENT;
        if (place != null) {
            try {
                if (announcing.edit(slug, form, place, viewer.id())) {
                    return "redirect:" + OccasionCard.pathOf(slug);
                }
                model.addAttribute("theirs", announcing.toEdit(slug, viewer.id()));
                refused = HttpStatus.CONFLICT;
            } catch (DuplicateKeyException e) {
                errors.rejectValue("name", "occasion.name.taken");
            }
        }
        response.setStatus(refused.value());
        return show(address(slug), model);
    }

    private static String address(String slug) {
        return OccasionCard.pathOf(slug) + "/edit";
    }

    /** @return the place, or null when something is wrong with the form */
    private @Nullable Place check(OccasionForm form, boolean isNew, BindingResult errors, Model model) {
        PlaceChoice choice = places.choose(form.place(), form.placeName(), errors);
        model.addAttribute("choices", choice.choices());
        announcing.check(form, choice.chosen(), isNew, errors);
        return errors.hasErrors() ? null : choice.chosen();
    }

    private static String show(String action, Model model) {
        model.addAttribute("action", action);
        return PAGE;
    }
}
