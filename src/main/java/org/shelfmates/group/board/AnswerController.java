package org.shelfmates.group.board;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.conversation.CommentDeletedException;
import org.shelfmates.conversation.CommentForm;
import org.shelfmates.conversation.Posting;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.GoneException;
import org.shelfmates.web.Markdown;
import org.shelfmates.web.NotFoundException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answers to posts. Whatever became of the post meanwhile, the page that says so has what was written, to be copied. */
@Controller
class AnswerController {

    private final Posts posts;
    private final PostView view;
    private final Posting posting;
    private final MembersOnly membersOnly;
    private final Markdown markdown;

    AnswerController(Posts posts, PostView view, Posting posting, MembersOnly membersOnly, Markdown markdown) {
        this.posts = posts;
        this.view = view;
        this.posting = posting;
        this.membersOnly = membersOnly;
        this.markdown = markdown;
    }

    /** @param preview present when the comment is to be shown and not yet posted */
    @PostMapping("/groups/{slug}/board/{id:\\d{1,18}}/comments")
    String comment(
            @PathVariable String slug,
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") CommentForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String preview,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        try {
            Post post = posts.find(slug, id, viewer.id());
            if (post.readable() && errors.hasErrors()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            } else if (post.readable() && preview != null) {
                model.addAttribute("preview", markdown.html(form.body()));
            } else if (post.readable()) {
                return post(post, viewer, form, model, response);
            }
            return view.show(post, null, form, model, response);
        } catch (GoneException e) {
            response.setStatus(HttpStatus.GONE.value());
            return "group/board/gone";
        } catch (MembersOnlyException e) {
            return membersOnly.page(e, viewer, model, response);
        }
    }

    private String post(Post post, Viewer viewer, CommentForm form, Model model, HttpServletResponse response) {
        try {
            return posting.post(Board.subject(post.id()), viewer, form, post.path());
        } catch (AccessDeniedException | NotFoundException e) {
            // no member, or it was closed, hidden or taken back meanwhile
            response.setStatus(HttpStatus.FORBIDDEN.value());
            Post now = posts.find(post.group().card().slug(), post.id(), viewer.id());
            return view.show(now, null, form, model, response);
        } catch (CommentDeletedException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("answeredDeleted", true);
            return view.show(post, null, form, model, response);
        }
    }
}
