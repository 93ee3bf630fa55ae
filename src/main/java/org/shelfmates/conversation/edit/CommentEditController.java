package org.shelfmates.conversation.edit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.conversation.Comments;
import org.shelfmates.conversation.Comments.Comment;
import org.shelfmates.conversation.ledger.Owner;
import org.shelfmates.web.Markdown;
import org.shelfmates.web.PublicPage;
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

    private final EditPage page;
    private final CommentEditing editing;
    private final Comments comments;
    private final Markdown markdown;

    CommentEditController(EditPage page, CommentEditing editing, Comments comments, Markdown markdown) {
        this.page = page;
        this.editing = editing;
        this.comments = comments;
        this.markdown = markdown;
    }

    private static EditPage.Editor editor(long id, Viewer viewer) {
        String path = "/comments/" + id;
        return new EditPage.Editor(Owner.of(viewer), path, path);
    }

    @GetMapping("/comments/{id:\\d{1,18}}/edit")
    String form(
            @PathVariable long id, @AuthenticationPrincipal Viewer viewer, Model model, HttpServletResponse response) {
        return page.form(id, editor(id, viewer), model, response);
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
        return page.edit(id, editor(id, viewer), form, errors, preview != null, model, response);
    }

    /** @param html safe to put into a page as it is */
    record Version(String html, Instant writtenAt) {}

    @PublicPage
    @GetMapping("/comments/{id:\\d{1,18}}/history")
    String history(@PathVariable long id, @AuthenticationPrincipal @Nullable Viewer viewer, Model model) {
        Long reader = viewer == null ? null : viewer.id();
        Comment comment = comments.find(id, reader);
        comments.requireShown(comment, reader);
        model.addAttribute("comment", comment);
        model.addAttribute("topic", comments.topic(comment, reader));
        model.addAttribute(
                "versions",
                editing.history(id).stream()
                        .map(version -> new Version(markdown.html(version.body()), version.writtenAt()))
                        .toList());
        return "conversation/history";
    }
}
