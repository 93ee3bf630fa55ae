package org.shelfmates.group.board;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.RateLimits;
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

/** Posts as their authors write, change and take them back. */
@Controller
class PostFormController {

    private static final String PAGE = "group/board/form";
    private static final int POSTED = 10;
    private static final int CHANGED = 60;

    private final Posts posts;
    private final RateLimits limits;

    PostFormController(Posts posts, RateLimits limits) {
        this.posts = posts;
        this.limits = limits;
    }

    /** @param kind the word of a kind to begin with */
    @GetMapping("/groups/{slug}/board/new")
    String form(
            @PathVariable String slug,
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(required = false) @Nullable String kind,
            Model model) {
        PostKind which = PostKind.of(kind);
        model.addAttribute("form", new PostForm(which == null ? "" : which.name(), "", "", ""));
        return toPost(slug, viewer, model);
    }

    private String toPost(String slug, Viewer viewer, Model model) {
        model.addAttribute("card", posts.ofMember(slug, viewer.id()).card());
        model.addAttribute("kinds", PostKind.ALL);
        return PAGE;
    }

    @PostMapping("/groups/{slug}/board")
    String post(
            @PathVariable String slug,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") PostForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        BadRequestException.unless(!errors.hasFieldErrors("kind") || form.kind().isEmpty(), "kind");
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return toPost(slug, viewer, model);
        }
        posts.ofMember(slug, viewer.id());
        limits.take("board-post", viewer.handle(), POSTED, Duration.ofDays(1));
        return "redirect:" + posts.post(slug, form, viewer.id());
    }

    @GetMapping("/groups/{slug}/board/{id:\\d{1,18}}/{words}/edit")
    String toEdit(
            @PathVariable String slug, @PathVariable long id, @AuthenticationPrincipal Viewer viewer, Model model) {
        Post post = posts.toEdit(slug, id, viewer.id());
        model.addAttribute("form", post.form());
        return toEdit(post, model);
    }

    private static String toEdit(Post post, Model model) {
        model.addAttribute("card", post.group().card());
        model.addAttribute("post", post);
        model.addAttribute("kinds", PostKind.ALL);
        return PAGE;
    }

    @PostMapping("/groups/{slug}/board/{id:\\d{1,18}}/{words}/edit")
    String edit(
            @PathVariable String slug,
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") PostForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        BadRequestException.unless(!errors.hasFieldErrors("kind") || form.kind().isEmpty(), "kind");
        Post post = posts.toEdit(slug, id, viewer.id());
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return toEdit(post, model);
        }
        limits.take("board-edit", viewer.handle(), CHANGED, Duration.ofHours(1));
        boolean saved = posts.edit(post, form);
        Post now = posts.toEdit(slug, id, viewer.id());
        if (saved) {
            return "redirect:" + now.path();
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("theirs", now.form());
        return toEdit(now, model);
    }

    @PostMapping("/groups/{slug}/board/{id:\\d{1,18}}/withdrawal")
    String takeBack(@PathVariable String slug, @PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        Post post = posts.own(slug, id, viewer.id());
        posts.takeBack(post);
        return "redirect:" + post.group().card().path() + (Readership.reads(post.group()) ? "/board" : "");
    }
}
