package org.shelfmates.exchange;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.conversation.CommentDeletedException;
import org.shelfmates.conversation.CommentForm;
import org.shelfmates.conversation.Posting;
import org.shelfmates.librarian.exchange.Exchanges;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.Markdown;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PageKey;
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

/** A private conversation of two, for the two. */
@Controller
class ExchangeController {

    private static final String PAGE = "exchange/page";

    private final ExchangePages pages;
    private final Markdown markdown;
    private final Posting posting;

    ExchangeController(ExchangePages pages, Markdown markdown, Posting posting) {
        this.pages = pages;
        this.markdown = markdown;
        this.posting = posting;
    }

    /**
     * @param comments the key of a later page of it
     * @param reply the comment that the viewer wants to answer
     */
    @GetMapping("/conversations/{id:\\d{1,18}}")
    String page(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(required = false) @Nullable String comments,
            @RequestParam(required = false) @Nullable Long reply,
            Model model) {
        return show(id, viewer, comments, new CommentForm("", reply), model);
    }

    private String show(long id, Viewer viewer, @Nullable String comments, CommentForm form, Model model) {
        ExchangePages.Whole whole =
                pages.whole(id, viewer.id(), comments, form.parent()).orElseThrow(NotFoundException::new);
        PageKey next = whole.conversation().next();
        String path = whole.page().path();
        model.addAttribute("form", form);
        model.addAttribute("exchange", whole.page());
        model.addAttribute("answered", whole.answered());
        model.addAttribute("comments", whole.conversation().comments());
        model.addAttribute("subscription", whole.conversation().mine());
        model.addAttribute("first", comments == null ? null : path);
        model.addAttribute("next", next == null ? null : path + "?comments=" + next);
        return PAGE;
    }

    /** @param preview present when the comment is to be shown and not yet posted */
    @PostMapping("/conversations/{id:\\d{1,18}}/comments")
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
            return show(id, viewer, null, form, model);
        }
        if (preview != null) {
            model.addAttribute("preview", markdown.html(form.body()));
            return show(id, viewer, null, form, model);
        }
        try {
            return posting.post(ExchangeTalk.subject(id), viewer, form, Exchanges.pathOf(id));
        } catch (AccessDeniedException e) {
            // the page says so, and has what was written, to be copied
            response.setStatus(HttpStatus.FORBIDDEN.value());
        } catch (CommentDeletedException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("answeredDeleted", true);
        }
        return show(id, viewer, null, form, model);
    }
}
