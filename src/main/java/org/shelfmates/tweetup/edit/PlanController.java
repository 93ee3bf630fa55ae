package org.shelfmates.tweetup.edit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.place.Place;
import org.shelfmates.place.PlaceChoice;
import org.shelfmates.place.Places;
import org.shelfmates.web.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class PlanController {

    private static final String PAGE = "tweetup/new";
    private static final int PLANS = 30;
    private static final Duration PER = Duration.ofHours(1);

    private final Planning planning;
    private final NewPlans plans;
    private final Places places;
    private final RateLimits limits;

    PlanController(Planning planning, NewPlans plans, Places places, RateLimits limits) {
        this.planning = planning;
        this.plans = plans;
        this.places = places;
        this.limits = limits;
    }

    @GetMapping("/tweetups/new")
    String form(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(required = false) @Nullable Long copy,
            @RequestParam(defaultValue = "") String occasion,
            @ModelAttribute("asked") PlanRequest asked,
            Locale language,
            Model model) {
        NewPlans.Beginning beginning =
                copy == null ? plans.blank(group, occasion, asked, viewer, language) : plans.copy(copy, viewer);
        model.addAttribute("form", beginning.form());
        model.addAttribute("offered", beginning.choices());
        return PAGE;
    }

    @PostMapping("/tweetups")
    String publish(
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") TweetupForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        PlaceChoice choice = places.choose(form.place(), form.placeName(), errors);
        Place place = choice.chosen();
        planning.check(form, place, viewer.id(), errors);
        if (errors.hasErrors() || place == null) {
            model.addAttribute("choices", choice.choices());
            model.addAttribute("offered", plans.choices(form, place == null ? null : place.id(), viewer));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return PAGE;
        }
        limits.take("plan", viewer.handle(), PLANS, PER);
        return "redirect:" + planning.publish(form, place, viewer.id());
    }
}
