package org.shelfmates.librarian.edit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import org.shelfmates.account.Viewer;
import org.shelfmates.librarian.Interests;
import org.shelfmates.librarian.Sector;
import org.shelfmates.librarian.card.Audience;
import org.shelfmates.librarian.card.Languages;
import org.shelfmates.librarian.card.Link;
import org.shelfmates.librarian.card.Offer;
import org.shelfmates.librarian.card.Part;
import org.shelfmates.librarian.card.Stage;
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

/** One's own library card. */
@Controller
class ProfileController {

    private static final String PAGE = "librarian/edit";

    private final ProfileEditing editing;
    private final Places places;

    ProfileController(ProfileEditing editing, Places places) {
        this.editing = editing;
        this.places = places;
    }

    @ModelAttribute
    void choices(Model model) {
        model.addAttribute("allSectors", Sector.values());
        model.addAttribute("allStages", Stage.values());
        model.addAttribute("allOffers", Offer.values());
        model.addAttribute("allAudiences", Audience.values());
    }

    @GetMapping("/me/profile")
    String form(@AuthenticationPrincipal Viewer viewer, Locale reader, Model model) {
        model.addAttribute("form", editing.form(viewer.id(), reader));
        return PAGE;
    }

    @PostMapping("/me/profile")
    String describe(
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") ProfileForm form,
            BindingResult errors,
            Locale reader,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        BadRequestException.unless(sendsAudiences(form), "an audience that no form of ours sends");
        PlaceChoice home = places.choose(form.place(), form.placeName(), errors);
        model.addAttribute("choices", home.choices());
        check(form, errors);
        List<Link> links = form.links().read(errors);
        if (errors.hasErrors() || home.chosen() == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return PAGE;
        }
        if (!editing.describe(viewer.id(), form, home.chosen(), links)) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("theirs", editing.form(viewer.id(), reader));
            return PAGE;
        }
        return "redirect:/librarians/" + viewer.handle();
    }

    /** None, and they stay as they are, or all of them: what is left out would become everyone's. */
    private static boolean sendsAudiences(ProfileForm form) {
        try {
            form.audiences();
            return form.audience().isEmpty() || form.audience().size() == Part.values().length;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void check(ProfileForm form, BindingResult errors) {
        List<String> interests = Interests.parse(form.interests());
        if (interests.size() > Interests.MOST || interests.stream().anyMatch(tag -> tag.length() > Interests.LONGEST)) {
            errors.rejectValue("interests", "profile.interests.limit");
        } else if (Interests.hasBlank(form.interests())) {
            errors.rejectValue("interests", "profile.interests.blank");
        }
        Languages.Typed languages = Languages.parse(form.languages());
        if (languages.unknown().isPresent()) {
            errors.rejectValue(
                    "languages",
                    "profile.languages.unknown",
                    new Object[] {languages.unknown().get()},
                    null);
        } else if (languages.codes().size() > Languages.MOST) {
            errors.rejectValue("languages", "profile.languages.limit", new Object[] {Languages.MOST}, null);
        }
    }
}
