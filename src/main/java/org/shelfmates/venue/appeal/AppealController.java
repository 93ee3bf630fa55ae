package org.shelfmates.venue.appeal;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.conversation.CommentDeletedException;
import org.shelfmates.conversation.CommentForm;
import org.shelfmates.conversation.Posting;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.Markdown;
import org.shelfmates.web.PublicPage;
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

/** An appeal's page, and its conversation. */
@Controller
class AppealController {

    private final AppealView view;
    private final Appeals appeals;
    private final Markdown markdown;
    private final Posting posting;

    AppealController(AppealView view, Appeals appeals, Markdown markdown, Posting posting) {
        this.view = view;
        this.appeals = appeals;
        this.markdown = markdown;
        this.posting = posting;
    }

    /**
     * @param comments the key of a later page of the conversation
     * @param reply the comment that the viewer wants to answer
     */
    @PublicPage
    @GetMapping("/appeals/{id:\\d{1,18}}")
    String page(
            @PathVariable long id,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @RequestParam(required = false) @Nullable String comments,
            @RequestParam(required = false) @Nullable Long reply,
            Model model) {
        return view.show(id, viewer, comments, new CommentForm("", reply), model);
    }

    /** @param preview present when the comment is to be shown and not yet posted */
    @PostMapping("/appeals/{id:\\d{1,18}}/comments")
    String comment(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") CommentForm form,
            BindingResult errors,
            @RequestParam @Nullable String preview,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return view.show(id, viewer, null, form, model);
        }
        if (preview != null) {
            model.addAttribute("preview", markdown.html(form.body()));
            return view.show(id, viewer, null, form, model);
        }
        String path = appeals.find(id, viewer.id()).path();
        try {
            return posting.post(Appeal.subject(id), viewer, form, path);
        } catch (CommentDeletedException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("answeredDeleted", true);
            return view.show(id, viewer, null, form, model);
        }
    }
}
