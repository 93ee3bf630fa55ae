package org.shelfmates.tweetup.talk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.edit.Deleting;
import org.shelfmates.conversation.edit.DeletionPage;
import org.shelfmates.conversation.edit.EditForm;
import org.shelfmates.conversation.edit.EditPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What guests said, to be edited and deleted from their private pages. */
@Controller
class PrivateCommentController {

    private static final String COMMENT = "/{token}/comments/{id:\\d{1,18}}";

    private final PrivatePages pages;
    private final EditPage edit;
    private final DeletionPage deletion;
    private final Deleting deleting;

    PrivateCommentController(PrivatePages pages, EditPage edit, DeletionPage deletion, Deleting deleting) {
        this.pages = pages;
        this.edit = edit;
        this.deletion = deletion;
        this.deleting = deleting;
    }

    @GetMapping({"/rsvps" + COMMENT + "/edit", "/votes" + COMMENT + "/edit", "/guest-comments" + COMMENT + "/edit"})
    String form(
            @PathVariable String token,
            @PathVariable long id,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return pages.with(token, request, response, mine -> edit.form(id, mine.editor(id), model, response));
    }

    /** @param preview present when it is to be shown and not yet saved */
    @PostMapping({"/rsvps" + COMMENT + "/edit", "/votes" + COMMENT + "/edit", "/guest-comments" + COMMENT + "/edit"})
    String edit(
            @PathVariable String token,
            @PathVariable long id,
            @Valid @ModelAttribute("form") EditForm form,
            BindingResult errors,
            @RequestParam @Nullable String preview,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return pages.with(
                token,
                request,
                response,
                mine -> edit.edit(id, mine.editor(id), form, errors, preview != null, model, response));
    }

    @GetMapping({
        "/rsvps" + COMMENT + "/deletion",
        "/votes" + COMMENT + "/deletion",
        "/guest-comments" + COMMENT + "/deletion"
    })
    String askToDelete(
            @PathVariable String token,
            @PathVariable long id,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return pages.with(
                token,
                request,
                response,
                mine -> deletion.ask(id, mine.owner(), mine.editor(id).base(), model));
    }

    @PostMapping({
        "/rsvps" + COMMENT + "/deletion",
        "/votes" + COMMENT + "/deletion",
        "/guest-comments" + COMMENT + "/deletion"
    })
    String delete(
            @PathVariable String token,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response) {
        return pages.with(token, request, response, mine -> {
            deleting.delete(id, mine.owner());
            return "redirect:" + mine.path() + "#said";
        });
    }
}
