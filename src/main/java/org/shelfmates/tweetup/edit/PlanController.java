package org.shelfmates.tweetup.edit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.group.Groups;
import org.shelfmates.librarian.Profiles;
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
    private final Places places;
    private final Profiles profiles;
    private final Groups groups;
    private final Copying copying;
    private final OccasionChoices occasions;
    private final RateLimits limits;

    PlanController(
            Planning planning,
            Places places,
            Profiles profiles,
            Groups groups,
            Copying copying,
            OccasionChoices occasions,
            RateLimits limits) {
        this.planning = planning;
        this.places = places;
        this.profiles = profiles;
        this.groups = groups;
        this.copying = copying;
        this.occasions = occasions;
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
        model.addAttribute(
                "form", copy == null ? blank(group, occasion, asked, viewer, language) : copying.form(copy, viewer));
        model.addAttribute("groups", groups.of(viewer.id(), viewer.id()));
        model.addAttribute("occasions", occasions.coming(occasion));
        return PAGE;
    }

    private TweetupForm blank(String group, String occasion, PlanRequest asked, Viewer viewer, Locale language) {
        Place place = asked.placeId().flatMap(places::byId).orElseGet(() -> profiles.home(viewer.id()));
        return new TweetupForm(
                "",
                "",
                group,
                "",
                place.label(language),
                "",
                asked.start(),
                asked.end(),
                "",
                "",
                occasion,
                "",
                "",
                asked.librarian());
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
            model.addAttribute("groups", groups.of(viewer.id(), viewer.id()));
            model.addAttribute("occasions", occasions.coming(form.occasion()));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return PAGE;
        }
        limits.take("plan", viewer.handle(), PLANS, PER);
        return "redirect:" + planning.publish(form, place, viewer.id());
    }
}
