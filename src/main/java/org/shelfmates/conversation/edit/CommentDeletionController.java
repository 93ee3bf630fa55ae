package org.shelfmates.conversation.edit;

import org.shelfmates.account.Viewer;
import org.shelfmates.conversation.ledger.Owner;
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
    private final DeletionPage page;

    CommentDeletionController(Deleting deleting, DeletionPage page) {
        this.deleting = deleting;
        this.page = page;
    }

    @GetMapping("/comments/{id:\\d{1,18}}/deletion")
    String ask(@PathVariable long id, @AuthenticationPrincipal Viewer viewer, Model model) {
        return page.ask(id, Owner.of(viewer), "/comments/" + id, model);
    }

    @PostMapping("/comments/{id:\\d{1,18}}/deletion")
    String delete(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return "redirect:" + deleting.delete(id, Owner.of(viewer));
    }
}
