package org.shelfmates.group.board;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.shelfmates.account.Viewer;
import org.shelfmates.conversation.CommentForm;
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

/** What organisers do with posts: they pin, close and hide them, and undo it. */
@Controller
class KeepingController {

    private static final String BECAUSE = "group/board/because";
    private static final String CLOSING = "closing";
    private static final String HIDING = "hiding";

    private final Keeping keeping;
    private final PostView view;

    KeepingController(Keeping keeping, PostView view) {
        this.keeping = keeping;
        this.view = view;
    }

    @PostMapping("/groups/{slug}/board/{id:\\d{1,18}}/pinning")
    String pin(
            @PathVariable String slug,
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            Model model,
            HttpServletResponse response) {
        Post post = keeping.organised(slug, id, viewer.id());
        if (keeping.pin(post)) {
            return "redirect:" + post.path();
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("pinned", true);
        return view.show(post, null, new CommentForm("", null), model, response);
    }

    @PostMapping("/groups/{slug}/board/{id:\\d{1,18}}/pinning/withdrawal")
    String unpin(@PathVariable String slug, @PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        Post post = keeping.organised(slug, id, viewer.id());
        keeping.unpin(post);
        return "redirect:" + post.path();
    }

    @GetMapping("/groups/{slug}/board/{id:\\d{1,18}}/{words}/closing")
    String toClose(
            @PathVariable String slug, @PathVariable long id, @AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("form", new BecauseForm(""));
        return because(keeping.organised(slug, id, viewer.id()), CLOSING, model);
    }

    @GetMapping("/groups/{slug}/board/{id:\\d{1,18}}/{words}/hiding")
    String toHide(
            @PathVariable String slug, @PathVariable long id, @AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("form", new BecauseForm(""));
        return because(keeping.organised(slug, id, viewer.id()), HIDING, model);
    }

    private static String because(Post post, String what, Model model) {
        model.addAttribute("post", post);
        model.addAttribute("card", post.group().card());
        model.addAttribute("what", what);
        return BECAUSE;
    }

    @PostMapping("/groups/{slug}/board/{id:\\d{1,18}}/closing")
    String close(
            @PathVariable String slug,
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") BecauseForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        Post post = keeping.organised(slug, id, viewer.id());
        if (wrong(errors, response)) {
            return because(post, CLOSING, model);
        }
        keeping.close(post, viewer.id(), form.because());
        return "redirect:" + post.path();
    }

    @PostMapping("/groups/{slug}/board/{id:\\d{1,18}}/closing/withdrawal")
    String reopen(@PathVariable String slug, @PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        Post post = keeping.organised(slug, id, viewer.id());
        keeping.reopen(post);
        return "redirect:" + post.path();
    }

    @PostMapping("/groups/{slug}/board/{id:\\d{1,18}}/hiding")
    String hide(
            @PathVariable String slug,
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") BecauseForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        Post post = keeping.organised(slug, id, viewer.id());
        if (wrong(errors, response)) {
            return because(post, HIDING, model);
        }
        keeping.hide(post, viewer.id(), form.because());
        return "redirect:" + post.path();
    }

    @PostMapping("/groups/{slug}/board/{id:\\d{1,18}}/hiding/withdrawal")
    String unhide(@PathVariable String slug, @PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        Post post = keeping.organised(slug, id, viewer.id());
        keeping.show(post);
        return "redirect:" + post.path();
    }

    private static boolean wrong(BindingResult errors, HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return errors.hasErrors();
    }
}
