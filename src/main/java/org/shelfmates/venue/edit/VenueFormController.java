package org.shelfmates.venue.edit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.place.Place;
import org.shelfmates.place.PlaceChoice;
import org.shelfmates.place.Places;
import org.shelfmates.venue.VenueCard;
import org.shelfmates.venue.VenueKind;
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

/** New venues, and corrections. */
@Controller
class VenueFormController {

    private static final String PAGE = "venue/form";
    private static final String NEW = "/venues/new";
    private static final int ADDED = 60;
    private static final int CHANGED = 120;
    private static final Duration PER = Duration.ofHours(1);

    private final Revising revising;
    private final Similar similar;
    private final Places places;
    private final RateLimits limits;

    VenueFormController(Revising revising, Similar similar, Places places, RateLimits limits) {
        this.revising = revising;
        this.similar = similar;
        this.places = places;
        this.limits = limits;
    }

    /** @param place the id of a place to begin with, or null */
    @GetMapping(NEW)
    String form(@RequestParam(required = false) @Nullable Long place, Locale language, Model model) {
        String name = place == null
                ? ""
                : places.byId(place).map(known -> known.label(language)).orElse("");
        model.addAttribute("form", VenueForm.at(name));
        return show(NEW, "/venues", model);
    }

    /** Where there are some of a similar name, somebody says first that it is none of them. */
    @PostMapping(NEW)
    String add(
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") VenueForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        Place place = check(form, errors, model);
        List<VenueCard> alike = place == null ? List.of() : similar.to(form.name(), place, 0);
        if (place != null && (alike.isEmpty() || form.distinct().equals("true"))) {
            limits.take("venue", viewer.handle(), ADDED, PER);
            return "redirect:" + revising.add(form, place, viewer.id());
        }
        model.addAttribute("alike", alike);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(NEW, "/venues", model);
    }

    @GetMapping("/venues/{id:\\d{1,18}}/{slug}/edit")
    String toEdit(@PathVariable long id, @PathVariable String slug, Locale language, Model model) {
        Revising.Current current = revising.current(id, language);
        if (!current.path().endsWith("/" + slug)) {
            throw new MovedException(current.path() + "/edit");
        }
        model.addAttribute("form", current.form());
        return show(current.path() + "/edit", current.path(), model);
    }

    /** Whatever slug the form was opened at: neither a new name nor a merge meanwhile is a reason to lose what was typed. */
    @PostMapping("/venues/{id:\\d{1,18}}/{slug}/edit")
    String edit(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") VenueForm form,
            BindingResult errors,
            Locale language,
            Model model,
            HttpServletResponse response) {
        long standing = revising.standing(id);
        Revising.Current current = revising.current(standing, language);
        Place place = check(form, errors, model);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        if (place != null) {
            limits.take("venue-edit", viewer.handle(), CHANGED, PER);
            Revising.Outcome outcome = revising.edit(standing, form, place, viewer.id(), standing != id);
            if (!outcome.conflict()) {
                return "redirect:" + outcome.path();
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("differences", outcome.differences());
            model.addAttribute("now", outcome.version());
        }
        return show(current.path() + "/edit", current.path(), model);
    }

    /** @return the place, or null when something is wrong with the form */
    private @Nullable Place check(VenueForm form, BindingResult errors, Model model) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        PlaceChoice choice = places.choose(form.place(), form.placeName(), errors);
        revising.check(form, choice.chosen(), errors);
        model.addAttribute("choices", choice.choices());
        return errors.hasErrors() ? null : choice.chosen();
    }

    private static String show(String action, String back, Model model) {
        model.addAttribute("action", action);
        model.addAttribute("back", back);
        model.addAttribute("kinds", VenueKind.values());
        return PAGE;
    }
}
