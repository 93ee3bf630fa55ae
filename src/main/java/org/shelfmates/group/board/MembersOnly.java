package org.shelfmates.group.board;

import jakarta.servlet.http.HttpServletResponse;
import org.shelfmates.account.Viewer;
import org.shelfmates.group.GroupPage;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** The page for who is signed in and asked for what is for members: how they become one, and what they wrote there as one. */
@ControllerAdvice
class MembersOnly {

    private final Posts posts;

    MembersOnly(Posts posts) {
        this.posts = posts;
    }

    /** @param model a controller's that has a {@code form}, whose words are shown, or an empty one */
    @ExceptionHandler
    String page(
            MembersOnlyException refused,
            @AuthenticationPrincipal Viewer viewer,
            Model model,
            HttpServletResponse response) {
        GroupPage group = refused.group();
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("group", group);
        model.addAttribute("card", group.card());
        model.addAttribute("own", posts.ownIn(group, viewer.id()));
        return "group/board/members-only";
    }
}
