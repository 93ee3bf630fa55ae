package org.shelfmates.librarian;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import org.shelfmates.account.Viewer;
import org.shelfmates.place.PlaceChoice;
import org.shelfmates.place.Places;
import org.shelfmates.web.BadRequestException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** One's own profile. */
@Controller
class ProfileController {

    private static final String PAGE = "librarian/edit";

    private final Profiles profiles;
    private final Places places;

    ProfileController(Profiles profiles, Places places) {
        this.profiles = profiles;
        this.places = places;
    }

    @ModelAttribute("allSectors")
    Sector[] allSectors() {
        return Sector.values();
    }

    @GetMapping("/me/profile")
    String form(@AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("form", profiles.toEdit(viewer.id()));
        return PAGE;
    }

    @PostMapping("/me/profile")
    String describe(
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") ProfileForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        PlaceChoice home = places.choose(form.place(), form.placeName(), errors);
        model.addAttribute("choices", home.choices());
        List<String> interests = Interests.parse(form.interests());
        if (interests.size() > Interests.MOST || interests.stream().anyMatch(tag -> tag.length() > Interests.LONGEST)) {
            errors.rejectValue("interests", "profile.interests.limit");
        }
        if (errors.hasErrors() || home.chosen() == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return PAGE;
        }
        if (!profiles.describe(viewer.id(), form, home.chosen())) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("theirs", profiles.toEdit(viewer.id()));
            return PAGE;
        }
        return "redirect:/librarians/" + viewer.handle();
    }
}
