package org.shelfmates.librarian;

import org.shelfmates.account.Viewer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class FollowController {

    private final Follows follows;

    FollowController(Follows follows) {
        this.follows = follows;
    }

    @PostMapping("/librarians/{handle}/follow")
    String follow(@PathVariable String handle, @AuthenticationPrincipal Viewer viewer) {
        follows.follow(handle, viewer.id());
        return "redirect:/librarians/" + handle;
    }

    @PostMapping("/librarians/{handle}/unfollow")
    String unfollow(@PathVariable String handle, @AuthenticationPrincipal Viewer viewer) {
        follows.unfollow(handle, viewer.id());
        return "redirect:/librarians/" + handle;
    }
}
