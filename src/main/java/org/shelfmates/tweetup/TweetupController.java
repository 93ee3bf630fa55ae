package org.shelfmates.tweetup;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.conversation.CommentDeletedException;
import org.shelfmates.conversation.CommentForm;
import org.shelfmates.conversation.Order;
import org.shelfmates.conversation.Posting;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.Markdown;
import org.shelfmates.web.MovedException;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PublicPage;
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

/** A tweetup's page, and its conversation. */
@Controller
class TweetupController {

    private final TweetupPages pages;
    private final TweetupView view;
    private final Markdown markdown;
    private final Posting posting;

    TweetupController(TweetupPages pages, TweetupView view, Markdown markdown, Posting posting) {
        this.pages = pages;
        this.view = view;
        this.markdown = markdown;
        this.posting = posting;
    }

    private TweetupPage load(long id) {
        return pages.byId(id, null).orElseThrow(NotFoundException::new);
    }

    @PublicPage
    @GetMapping("/tweetups/{id:\\d{1,18}}")
    String atFullAddress(@PathVariable long id) {
        throw new MovedException(load(id).card().path());
    }

    /**
     * @param comments the key of a later page of the conversation
     * @param order of it: {@code newest} or {@code unanswered}
     * @param reply the comment that the viewer wants to answer, if need be after signing in
     */
    @PublicPage
    @GetMapping("/tweetups/{id:\\d{1,18}}/{slug}")
    String page(
            @PathVariable long id,
            @PathVariable String slug,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @RequestParam(required = false) @Nullable String comments,
            @RequestParam(required = false) @Nullable Long reply,
            @RequestParam(required = false) @Nullable String order,
            Model model) {
        TweetupCard card = view.show(id, viewer, Order.of(order), comments, new CommentForm("", reply), model);
        if (!card.slug().equals(slug)) {
            throw new MovedException(card.path());
        }
        return TweetupView.PAGE;
    }

    /** @param preview present when the comment is to be shown and not yet posted */
    @PostMapping(path = "/tweetups/{id:\\d{1,18}}/comments", params = "!email")
    String comment(
            @PathVariable long id,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @Valid @ModelAttribute("form") CommentForm form,
            BindingResult errors,
            @RequestParam @Nullable String preview,
            Model model,
            HttpServletResponse response) {
        if (viewer == null) {
            throw new AccessDeniedException("a guest gives an address"); // leads to the sign-in, and back to the form
        }
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else if (preview != null) {
            model.addAttribute("preview", markdown.html(form.body()));
        }
        if (errors.hasErrors() || preview != null) {
            view.show(id, viewer, form, model);
            return TweetupView.PAGE;
        }
        String path = load(id).card().path();
        try {
            return posting.post(Tweetup.subject(id), viewer, form, path);
        } catch (CommentDeletedException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("answeredDeleted", true);
            view.show(id, viewer, form, model);
            return TweetupView.PAGE;
        }
    }
}
