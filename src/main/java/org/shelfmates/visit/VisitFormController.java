package org.shelfmates.visit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.place.Place;
import org.shelfmates.place.PlaceChoice;
import org.shelfmates.place.Places;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.RateLimits;
import org.springframework.dao.DataIntegrityViolationException;
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

/** New visits, and changes of one's own. */
@Controller
class VisitFormController {

    private static final String PAGE = "visit/form";
    private static final String NEW = "/visits/new";
    private static final int ANNOUNCED = 10;
    private static final int CHANGED = 60;

    private final Visiting visiting;
    private final Places places;
    private final RateLimits limits;

    VisitFormController(Visiting visiting, Places places, RateLimits limits) {
        this.visiting = visiting;
        this.places = places;
        this.limits = limits;
    }

    /** @param place the id of a place to begin with, or null */
    @GetMapping(NEW)
    String form(@RequestParam(required = false) @Nullable Long place, Locale language, Model model) {
        String name = place == null
                ? ""
                : places.byId(place).map(known -> known.label(language)).orElse("");
        model.addAttribute("visitForm", new VisitForm(null, name, "", "", "", ""));
        return show(NEW, model);
    }

    @PostMapping(NEW)
    String announce(
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("visitForm") VisitForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        Place place = check(form, null, errors, model);
        if (place != null) {
            limits.take("visit", viewer.handle(), ANNOUNCED, Duration.ofDays(1));
            try {
                return "redirect:" + VisitCard.pathOf(visiting.announce(form, place, viewer.id()));
            } catch (DataIntegrityViolationException e) {
                errors.rejectValue("first", "visit.overlap");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(NEW, model);
    }

    @GetMapping("/visits/{id:\\d{1,18}}/edit")
    String toEdit(@PathVariable long id, @AuthenticationPrincipal Viewer viewer, Locale language, Model model) {
        model.addAttribute("visitForm", visiting.own(id, viewer.id(), language).form());
        return show(VisitCard.pathOf(id) + "/edit", model);
    }

    @PostMapping("/visits/{id:\\d{1,18}}/edit")
    String edit(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("visitForm") VisitForm form,
            BindingResult errors,
            Locale language,
            Model model,
            HttpServletResponse response) {
        Visiting.Own own = visiting.own(id, viewer.id(), language);
        Place place = check(form, own.card(), errors, model);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        if (place != null) {
            limits.take("visit-edit", viewer.handle(), CHANGED, Duration.ofHours(1));
            try {
                if (visiting.change(id, form, place, viewer.id())) {
                    return "redirect:" + VisitCard.pathOf(id);
                }
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute(
                        "theirs", visiting.own(id, viewer.id(), language).form());
            } catch (DataIntegrityViolationException e) {
                errors.rejectValue("first", "visit.overlap");
            }
        }
        return show(VisitCard.pathOf(id) + "/edit", model);
    }

    /** @return the place, or null when something is wrong with the form */
    private @Nullable Place check(VisitForm form, @Nullable VisitCard before, BindingResult errors, Model model) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        PlaceChoice choice = places.choose(form.place(), form.placeName(), errors);
        visiting.check(form, choice.chosen(), before, errors);
        model.addAttribute("choices", choice.choices());
        return errors.hasErrors() ? null : choice.chosen();
    }

    private static String show(String action, Model model) {
        model.addAttribute("action", action);
        return PAGE;
    }
}
