package org.shelfmates.venue.appeal;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.shelfmates.account.Viewer;
import org.shelfmates.web.BadRequestException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What planners and organisers do with their appeals. What they wrote stays on the page that says why it was refused. */
@Controller
class AppealRunningController {

    private static final String APPEAL = "/appeals/{id:\\d{1,18}}";

    private final SuggestionMarking marking;
    private final Opening opening;
    private final AppealView view;

    AppealRunningController(SuggestionMarking marking, Opening opening, AppealView view) {
        this.marking = marking;
        this.opening = opening;
        this.view = view;
    }

    /** Who was slower sees what the faster one said, with what they sent themselves. */
    @PostMapping(APPEAL + "/suggestions/{suggestion:\\d{1,18}}/mark")
    String mark(
            @PathVariable long id,
            @PathVariable long suggestion,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("mark") MarkForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        SuggestionMarking.Mark mark = form.mark();
        if (mark.state() == Suggestion.State.NO && mark.reason().isEmpty()) {
            errors.rejectValue("reason", "appeal.mark.reason.missing");
        }
        model.addAttribute("marked", suggestion);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return view.show(id, viewer, model);
        }
        try {
            marking.mark(id, suggestion, viewer.id(), mark);
        } catch (NotAsItWasException e) {
            return refused("stale", mark.reason(), id, viewer, model, response);
        } catch (NotTakenException e) {
            return refused(e.why().name(), mark.reason(), id, viewer, model, response);
        }
        return "redirect:" + Appeal.pathOf(id) + "#suggestion-" + suggestion;
    }

    /**
     * @param why the end of a message's name
     * @param wrote what they wrote, which is not to be lost
     */
    private String refused(
            String why, String wrote, long id, Viewer viewer, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("refused", why);
        model.addAttribute("wrote", wrote);
        return view.show(id, viewer, model);
    }

    @PostMapping(APPEAL + "/suggestions/{suggestion:\\d{1,18}}/removal")
    String remove(@PathVariable long id, @PathVariable long suggestion, @AuthenticationPrincipal Viewer viewer) {
        marking.remove(id, suggestion, viewer.id());
        return "redirect:" + Appeal.pathOf(id) + "#suggestions";
    }

    @PostMapping(APPEAL + "/closing")
    String close(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("closing") CloseForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return view.show(id, viewer, model);
        }
        try {
            opening.close(id, viewer.id(), form.because());
        } catch (NotAsItWasException e) {
            return refused("stale", form.because(), id, viewer, model, response);
        }
        return "redirect:" + Appeal.pathOf(id);
    }

    @PostMapping(APPEAL + "/reopening")
    String reopen(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        opening.reopen(id, viewer.id());
        return "redirect:" + Appeal.pathOf(id);
    }
}
