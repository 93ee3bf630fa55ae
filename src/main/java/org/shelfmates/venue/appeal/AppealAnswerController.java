package org.shelfmates.venue.appeal;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Librarians answer appeals. */
@Controller
class AppealAnswerController {

    private static final String SUGGESTIONS = "/appeals/{id:\\d{1,18}}/suggestions";
    private static final int SUGGESTED = 30;
    private static final Duration PER = Duration.ofHours(1);

    private final Appeals appeals;
    private final Suggesting suggesting;
    private final SuggestionReader reader;
    private final RateLimits limits;

    AppealAnswerController(Appeals appeals, Suggesting suggesting, SuggestionReader reader, RateLimits limits) {
        this.appeals = appeals;
        this.suggesting = suggesting;
        this.reader = reader;
        this.limits = limits;
    }

    /** @param q what a venue is called that is looked for */
    @GetMapping(SUGGESTIONS + "/new")
    String form(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        Appeal appeal = appeals.find(id, viewer.id());
        if (!appeal.open()) {
            return "redirect:" + appeal.path();
        }
        return reader.show(appeal, reader.blank(appeal), q, model);
    }

    /** A librarian's; a guest's comes with an address. */
    @PostMapping(path = SUGGESTIONS, params = "!email")
    String suggest(
            @PathVariable long id,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @Valid @ModelAttribute("form") SuggestionForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (viewer == null) {
            throw new AccessDeniedException("a guest gives an address"); // leads to the sign-in, and back to the form
        }
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        Appeal appeal = appeals.find(id, viewer.id());
        Optional<Draft> draft = reader.read(form, errors, model);
        if (draft.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return reader.show(appeal, form, "", model);
        }
        limits.take("suggestion", viewer.handle(), SUGGESTED, PER);
        try {
            suggesting.suggest(id, viewer.id(), draft.get());
        } catch (SuggestedAlreadyException e) {
            errors.rejectValue(form.fresh() ? "venueName" : "venue", "appeal.suggested-already");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return reader.show(appeal, form, "", model);
        } catch (NotAsItWasException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return reader.refused(appeal, form, e, model);
        }
        return "redirect:" + appeal.path() + "#suggestions";
    }

    @PostMapping(SUGGESTIONS + "/{suggestion:\\d{1,18}}/withdrawal")
    String withdraw(@PathVariable long id, @PathVariable long suggestion, @AuthenticationPrincipal Viewer viewer) {
        suggesting.withdraw(id, suggestion, viewer.id());
        return "redirect:" + Appeal.pathOf(id) + "#suggestions";
    }
}
