package org.shelfmates.conversation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.Prose;

/**
 * A comment as somebody writes it.
 *
 * @param body Markdown
 * @param parent the id of the comment that it answers, or null
 * @param question {@code true} where something is asked
 */
public record CommentForm(
        @NotBlank(message = "{comment.blank}") @Size(max = MAX) @Prose
        String body,

        @Nullable Long parent,

        String question) {

    /** The longest comment, in UTF-16 units as HTML's {@code maxlength} counts them. */
    public static final int MAX = 10_000;

    public CommentForm {
        body = body == null ? "" : body.strip();
        question = question == null ? "" : question;
    }

    public CommentForm(String body, @Nullable Long parent) {
        this(body, parent, "");
    }

    public boolean asks() {
        return question.equals("true");
    }
}
