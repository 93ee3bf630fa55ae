package org.shelfmates.conversation.edit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.shelfmates.conversation.CommentForm;
import org.shelfmates.web.Prose;

/**
 * A comment as its author writes it anew.
 *
 * @param version of what the form was filled from
 */
public record EditForm(
        @NotBlank(message = "{comment.blank}") @Size(max = CommentForm.MAX) @Prose
        String body,

        int version) {

    public EditForm {
        body = body == null ? "" : body.strip();
    }
}
