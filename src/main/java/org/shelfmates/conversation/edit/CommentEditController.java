package org.shelfmates.conversation.edit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.conversation.CommentView;
import org.shelfmates.conversation.Comments;
import org.shelfmates.conversation.Comments.Comment;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.Markdown;
import org.shelfmates.web.PublicPage;
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

/** Where people edit what they said, and read what others said before. */
@Controller
class CommentEditController {

    private static final String PAGE = "conversation/edit";
    private static final int EDITS = 60;

    private final CommentEditing editing;
    private final Comments comments;
    private final Markdown markdown;
    private final RateLimits limits;

    CommentEditController(CommentEditing editing, Comments comments, Markdown markdown, RateLimits limits) {
        this.editing = editing;
        this.comments = comments;
        this.markdown = markdown;
        this.limits = limits;
    }

    private String show(Comment comment, Viewer viewer, Model model) {
        model.addAttribute("comment", comment);
        model.addAttribute("topic", comments.topic(comment, viewer.id()));
        model.addAttribute("until", editing.until(comment));
        model.addAttribute("minutes", CommentView.EDITABLE.toMinutes());
        return PAGE;
    }

    @GetMapping("/comments/{id:\\d{1,18}}/edit")
    String form(
            @PathVariable long id, @AuthenticationPrincipal Viewer viewer, Model model, HttpServletResponse response) {
        Comment comment = editing.own(id, viewer.id());
        model.addAttribute("form", new EditForm(comment.body(), comment.version()));
        if (!editing.open(comment)) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("late", true);
        }
        return show(comment, viewer, model);
    }

    /** @param preview present when it is to be shown and not yet saved */
    @PostMapping("/comments/{id:\\d{1,18}}/edit")
    String edit(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") EditForm form,
            BindingResult errors,
            @RequestParam @Nullable String preview,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        Comment comment = editing.own(id, viewer.id());
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else if (preview != null) {
            model.addAttribute("preview", markdown.html(form.body()));
        } else {
            limits.take("comment-edit", viewer.handle(), EDITS, Duration.ofHours(1));
            CommentEditing.Outcome outcome = editing.edit(id, viewer.id(), form);
            if (outcome == CommentEditing.Outcome.SAVED) {
                return "redirect:" + comment.path();
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute(outcome == CommentEditing.Outcome.STALE ? "stale" : "late", true);
            comment = editing.own(id, viewer.id());
        }
        return show(comment, viewer, model);
    }

    /** @param html safe to put into a page as it is */
    record Version(String html, Instant writtenAt) {}

    @PublicPage
    @GetMapping("/comments/{id:\\d{1,18}}/history")
    String history(@PathVariable long id, Model model) {
        Comment comment = comments.find(id);
        model.addAttribute("comment", comment);
        model.addAttribute("topic", comments.topic(comment, null));
        model.addAttribute(
                "versions",
                editing.history(id).stream()
                        .map(version -> new Version(markdown.html(version.body()), version.writtenAt()))
                        .toList());
        return "conversation/history";
    }
}
