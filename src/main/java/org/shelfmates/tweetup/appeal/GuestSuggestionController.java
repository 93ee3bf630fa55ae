package org.shelfmates.tweetup.appeal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.rsvp.GuestForm;
import org.shelfmates.tweetup.rsvp.GuestLimits;
import org.shelfmates.venue.appeal.Appeal;
import org.shelfmates.venue.appeal.Appeals;
import org.shelfmates.venue.appeal.Draft;
import org.shelfmates.venue.appeal.NotAsItWasException;
import org.shelfmates.venue.appeal.SuggestionForm;
import org.shelfmates.venue.appeal.SuggestionReader;
import org.shelfmates.web.BadRequestException;
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

/** Answering an appeal without an account: a page of its own, since forms are not for pages that are kept for strangers. */
@Controller
class GuestSuggestionController {

    private static final String SUGGESTIONS = "/appeals/{id:\\d{1,18}}/suggestions";

    private final Appeals appeals;
    private final SuggestionReader reader;
    private final GuestSuggestions suggestions;
    private final GuestLimits limits;

    GuestSuggestionController(
            Appeals appeals, SuggestionReader reader, GuestSuggestions suggestions, GuestLimits limits) {
        this.appeals = appeals;
        this.reader = reader;
        this.suggestions = suggestions;
        this.limits = limits;
    }

    /** @param q what a venue is called that is looked for */
    @GetMapping(SUGGESTIONS + "/guest")
    String form(
            @PathVariable long id,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        Appeal appeal = appeals.find(id, null);
        if (viewer != null || !appeal.open()) {
            return "redirect:" + appeal.path() + (appeal.open() ? "/suggestions/new" : "");
        }
        model.addAttribute("guest", new GuestForm("", ""));
        return reader.show(appeal, reader.blank(appeal), q, model);
    }

    @PostMapping(path = SUGGESTIONS, params = "email")
    String suggest(
            @PathVariable long id,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @Valid @ModelAttribute("form") SuggestionForm form,
            BindingResult errors,
            @Valid @ModelAttribute("guest") GuestForm guest,
            BindingResult guestErrors,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        BadRequestException.unless(viewer == null, "a guest's suggestion from somebody who is signed in");
        BadRequestException.unless(
                errors.getTarget() != null && guestErrors.getTarget() != null, "a field that no form of ours sends");
        Appeal appeal = appeals.find(id, null);
        Optional<Draft> draft = reader.read(form, errors, model);
        if (draft.isEmpty() || guestErrors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return reader.show(appeal, form, "", model);
        }
        String email = Objects.requireNonNull(guest.email());
        limits.take(request.getRemoteAddr(), email);
        try {
            suggestions.ask(id, Objects.requireNonNull(guest.name()), email, language, draft.get());
        } catch (NotAsItWasException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return reader.refused(appeal, form, e, model);
        }
        model.addAttribute("appeal", appeal);
        model.addAttribute("email", email);
        return "venue/appeal/asked";
    }
}
