package org.shelfmates.venue.appeal;

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
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** New appeals, of a group by its organisers or of a tweetup by its planners. */
@Controller
class AppealFormController {

    private static final String PAGE = "venue/appeal/new";
    private static final int OPENED = 10;
    private static final Duration PER = Duration.ofHours(1);

    private final Opening opening;
    private final Places places;
    private final RateLimits limits;

    AppealFormController(Opening opening, Places places, RateLimits limits) {
        this.opening = opening;
        this.places = places;
        this.limits = limits;
    }

    @GetMapping("/appeals/new")
    String form(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(required = false) @Nullable Long tweetup,
            Locale language,
            Model model) {
        Opening.For what = opening.what(group, tweetup, viewer.id());
        String place =
                places.byId(what.placeId()).map(known -> known.label(language)).orElse("");
        String people = what.people() == null ? "" : what.people().toString();
        model.addAttribute("form", new AppealForm("", null, place, people, "", "", "", "", ""));
        return show(what, group, tweetup, model);
    }

    private static String show(Opening.For what, String group, @Nullable Long tweetup, Model model) {
        model.addAttribute("what", what);
        model.addAttribute("group", group);
        model.addAttribute("tweetup", tweetup);
        return PAGE;
    }

    @PostMapping("/appeals")
    String open(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(required = false) @Nullable Long tweetup,
            @Valid @ModelAttribute("form") AppealForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        Opening.For what = opening.what(group, tweetup, viewer.id());
        PlaceChoice choice = places.choose(form.place(), form.placeName(), errors);
        Place place = choice.chosen();
        if (errors.hasErrors() || place == null) {
            model.addAttribute("choices", choice.choices());
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(what, group, tweetup, model);
        }
        limits.take("appeal", viewer.handle(), OPENED, PER);
        return "redirect:" + opening.open(what, form, place, viewer.id());
    }
}
