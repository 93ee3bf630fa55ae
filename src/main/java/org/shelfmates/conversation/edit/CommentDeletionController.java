package org.shelfmates.conversation.edit;

import org.shelfmates.account.Viewer;
import org.shelfmates.conversation.Comments;
import org.shelfmates.conversation.Comments.Comment;
import org.shelfmates.web.Markdown;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks once whether a comment is to be deleted. */
@Controller
class CommentDeletionController {

    private final Deleting deleting;
    private final Comments comments;
    private final Markdown markdown;

    CommentDeletionController(Deleting deleting, Comments comments, Markdown markdown) {
        this.deleting = deleting;
        this.comments = comments;
        this.markdown = markdown;
    }

    @GetMapping("/comments/{id:\\d{1,18}}/deletion")
    String ask(@PathVariable long id, @AuthenticationPrincipal Viewer viewer, Model model) {
        Comment comment = deleting.deletable(id, viewer.id());
        model.addAttribute("comment", comment);
        model.addAttribute("topic", comments.topic(comment, viewer.id()));
        model.addAttribute("html", markdown.html(comment.body()));
        return "conversation/deletion";
    }

    @PostMapping("/comments/{id:\\d{1,18}}/deletion")
    String delete(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return "redirect:" + deleting.delete(id, viewer.id());
    }
}
