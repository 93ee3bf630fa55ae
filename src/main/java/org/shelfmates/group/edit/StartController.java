package org.shelfmates.group.edit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.group.GroupCard;
import org.shelfmates.group.Groups;
import org.shelfmates.place.Place;
import org.shelfmates.place.PlaceChoice;
import org.shelfmates.place.Places;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.Line;
import org.shelfmates.web.RateLimits;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** New groups: first where, with the groups that are there already, then the form. */
@Controller
class StartController {

    private static final String NEW = "/groups/new";
    private static final int NEAR = 50;
    private static final int SHOWN = 12;

    private static final int STARTED = 10;

    private final Groups groups;
    private final Founding founding;
    private final Places places;
    private final RateLimits limits;

    StartController(Groups groups, Founding founding, Places places, RateLimits limits) {
        this.groups = groups;
        this.founding = founding;
        this.places = places;
        this.limits = limits;
    }

    /**
     * Where a group is to be.
     *
     * @param anyway whether the groups near it have been looked at
     */
    record Where(
            @Size(max = 20) @Line @Nullable String place,
            @Size(max = 200) @Line @Nullable String placeName,
            @Nullable Boolean anyway) {

        public boolean asked() {
            return place != null || placeName != null;
        }
    }

    @GetMapping(NEW)
    String begin(@Valid @ModelAttribute("form") Where where, BindingResult errors, Locale language, Model model) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        if (where.asked()) {
            PlaceChoice choice = places.choose(where.place(), where.placeName(), errors);
            model.addAttribute("choices", choice.choices());
            Place place = choice.chosen();
            if (place != null) {
                List<GroupCard> near =
                        Boolean.TRUE.equals(where.anyway()) ? List.of() : groups.reaching(place, NEAR, SHOWN);
                if (near.isEmpty()) {
                    model.addAttribute("groupForm", GroupForm.blank(null, place.label(language)));
                    return form(model, NEW, "/groups");
                }
                model.addAttribute("near", near);
                model.addAttribute("at", place);
            }
        }
        return "group/start";
    }

    @PostMapping(NEW)
    String start(
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("groupForm") GroupForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        PlaceChoice choice = places.choose(form.place(), form.placeName(), errors);
        model.addAttribute("choices", choice.choices());
        founding.check(form, errors);
        if (!errors.hasErrors() && choice.chosen() != null) {
            limits.take("group-start", viewer.handle(), STARTED, Duration.ofDays(1));
            try {
                return "redirect:/groups/" + founding.start(form, choice.chosen(), viewer.id());
            } catch (DuplicateKeyException e) {
                errors.rejectValue("slug", "group.slug.taken", new Object[] {form.address()}, null);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(model, NEW, "/groups");
    }

    static String form(Model model, String action, String back) {
        model.addAttribute("action", action);
        model.addAttribute("back", back);
        return "group/form";
    }
}
