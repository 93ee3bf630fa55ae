package org.shelfmates.conversation.edit;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.shelfmates.conversation.CommentView;
import org.shelfmates.conversation.Comments;
import org.shelfmates.conversation.Comments.Comment;
import org.shelfmates.conversation.ledger.Owner;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.Markdown;
import org.shelfmates.web.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** The form in which a comment is edited: librarians find it at the comment's address, guests below their private pages. */
@Component
public class EditPage {

    private static final String PAGE = "conversation/edit";
    private static final int EDITS = 60;

    private final CommentEditing editing;
    private final Comments comments;
    private final Markdown markdown;
    private final RateLimits limits;

    EditPage(CommentEditing editing, Comments comments, Markdown markdown, RateLimits limits) {
        this.editing = editing;
        this.comments = comments;
        this.markdown = markdown;
        this.limits = limits;
    }

    /**
     * Whose page it is.
     *
     * @param base the address under which they change the comment: the form goes to its {@code /edit}
     * @param back where they go when it is saved
     */
    public record Editor(Owner owner, String base, String back) {}

    private String show(Comment comment, Editor editor, Model model) {
        model.addAttribute("base", editor.base());
        model.addAttribute("back", editor.back());
        model.addAttribute("comment", comment);
        model.addAttribute("topic", comments.topic(comment, editor.owner().librarian()));
        model.addAttribute("until", editing.until(comment));
        model.addAttribute("minutes", CommentView.EDITABLE.toMinutes());
        return PAGE;
    }

    /**
     * @return the template
     * @throws AccessDeniedException for anybody but its author
     */
    public String form(long id, Editor editor, Model model, HttpServletResponse response) {
        Comment comment = editing.own(id, editor.owner());
        model.addAttribute("form", new EditForm(comment.body(), comment.version()));
        if (!editing.open(comment)) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("late", true);
        }
        return show(comment, editor, model);
    }

    /**
     * @param form of the model as {@code form}
     * @param preview whether it is to be shown and not yet saved
     * @return the template, or a redirect
     * @throws AccessDeniedException for anybody but its author
     */
    public String edit(
            long id,
            Editor editor,
            EditForm form,
            BindingResult errors,
            boolean preview,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        Comment comment = editing.own(id, editor.owner());
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else if (preview) {
            model.addAttribute("preview", markdown.html(form.body()));
        } else {
            limits.take("comment-edit", editor.owner().toString(), EDITS, Duration.ofHours(1));
            CommentEditing.Outcome outcome = editing.edit(id, editor.owner(), form);
            if (outcome == CommentEditing.Outcome.SAVED) {
                return "redirect:" + editor.back();
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute(outcome == CommentEditing.Outcome.STALE ? "stale" : "late", true);
            comment = editing.own(id, editor.owner());
        }
        return show(comment, editor, model);
    }
}
