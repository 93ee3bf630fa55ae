package org.shelfmates.conversation;

import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The permanent link of every comment, whatever page of its thread it comes to stand on. */
@Controller
class CommentController {

    private final Comments comments;
    private final ConversationPages pages;

    CommentController(Comments comments, ConversationPages pages) {
        this.comments = comments;
        this.pages = pages;
    }

    @GetMapping("/comments/{id:\\d{1,18}}")
    String whereItStands(@PathVariable long id, @AuthenticationPrincipal @Nullable Viewer viewer) {
        Long reader = viewer == null ? null : viewer.id();
        String path = comments.topic(comments.find(id, reader), reader).path();
        String page = pages.pageOf(id);
        return "redirect:" + path + (page == null ? "" : "?comments=" + page) + "#comment-" + id;
    }
}
