package org.shelfmates.librarian.follow;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.OwnPath;
import org.shelfmates.account.Viewer;
import org.shelfmates.librarian.Person;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class FollowController {

    private final Follows follows;

    FollowController(Follows follows) {
        this.follows = follows;
    }

    @PostMapping("/librarians/{handle}/follow")
    String follow(
            @PathVariable String handle,
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(required = false) @Nullable String next) {
        follows.follow(handle, viewer.id());
        return "redirect:" + OwnPath.or(Person.pathOf(handle), next);
    }

    @PostMapping("/librarians/{handle}/unfollow")
    String unfollow(
            @PathVariable String handle,
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(required = false) @Nullable String next) {
        follows.unfollow(handle, viewer.id());
        return "redirect:" + OwnPath.or(Person.pathOf(handle), next);
    }

    @PostMapping("/me/followers/{handle}/removal")
    String remove(
            @PathVariable String handle,
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(required = false) @Nullable String next) {
        follows.remove(handle, viewer.id());
        return "redirect:" + OwnPath.or(FollowTab.FOLLOWERS.path(viewer.handle()), next);
    }

    @PostMapping("/me/follow-lists")
    String show(@AuthenticationPrincipal Viewer viewer, @RequestParam Shown shown) {
        follows.show(viewer.id(), shown);
        return "redirect:" + FollowTab.FOLLOWING.path(viewer.handle()) + "?saved";
    }

    @ExceptionHandler
    String oneself(SelfFollowException refused, HttpServletResponse response, Model model) {
        return refuse("oneself", HttpStatus.BAD_REQUEST, response, model);
    }

    @ExceptionHandler
    String blocked(BlockedException refused, HttpServletResponse response, Model model) {
        return refuse("blocked", HttpStatus.CONFLICT, response, model);
    }

    private static String refuse(String words, HttpStatus status, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("words", words);
        return "librarian/follow/refused";
    }
}
