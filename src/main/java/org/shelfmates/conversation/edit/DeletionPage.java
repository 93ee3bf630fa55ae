package org.shelfmates.conversation.edit;

import org.shelfmates.conversation.Comments;
import org.shelfmates.conversation.Comments.Comment;
import org.shelfmates.conversation.ledger.Owner;
import org.shelfmates.web.Markdown;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Asks once whether a comment is to be deleted: librarians at the comment's address, guests below their private pages. */
@Component
public class DeletionPage {

    private final Deleting deleting;
    private final Comments comments;
    private final Markdown markdown;

    DeletionPage(Deleting deleting, Comments comments, Markdown markdown) {
        this.deleting = deleting;
        this.comments = comments;
        this.markdown = markdown;
    }

    /**
     * @param base the address under which this reader changes the comment: the form goes to its {@code /deletion}
     * @return the template
     */
    public String ask(long id, Owner owner, String base, Model model) {
        Comment comment = deleting.deletable(id, owner);
        model.addAttribute("base", base);
        model.addAttribute("comment", comment);
        model.addAttribute("topic", comments.topic(comment, owner.librarian()));
        model.addAttribute("html", markdown.html(comment.body()));
        return "conversation/deletion";
    }
}
