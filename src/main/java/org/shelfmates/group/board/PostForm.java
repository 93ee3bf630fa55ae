package org.shelfmates.group.board;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.shelfmates.web.Line;
import org.shelfmates.web.Prose;

/**
 * A post as a member writes it.
 *
 * @param kind the name of a {@link PostKind}
 * @param body Markdown
 * @param version of the post that the form was filled from, empty for a new one
 */
record PostForm(
        @NotBlank(message = "{board.kind.blank}") @Pattern(regexp = "|ASK|OFFER|NEWS")
        String kind,

        @NotBlank(message = "{board.title.blank}") @Size(max = TITLE, message = "{board.title.long}") @Line
        String title,

        @NotBlank(message = "{board.body.blank}") @Size(max = BODY, message = "{board.body.long}") @Prose
        String body,

        @Pattern(regexp = "\\d{0,9}") String version) {

    static final int TITLE = 120;
    static final int BODY = 10_000;

    PostForm {
        kind = kind == null ? "" : kind;
        title = title == null ? "" : title.strip();
        body = body == null ? "" : body.strip();
        version = version == null ? "" : version;
    }
}
