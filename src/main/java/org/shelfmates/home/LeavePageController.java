package org.shelfmates.home;

import org.shelfmates.account.Viewer;
import org.shelfmates.group.GroupPage;
import org.shelfmates.group.Groups;
import org.shelfmates.tweetup.GroupAnswers;
import org.shelfmates.web.NotFoundException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What somebody reads before they leave a group: what they answered of its tweetups to come. */
@Controller
class LeavePageController {

    private final Groups groups;
    private final GroupAnswers answers;

    LeavePageController(Groups groups, GroupAnswers answers) {
        this.groups = groups;
        this.answers = answers;
    }

    @GetMapping("/groups/{slug}/leave")
    String page(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer, Model model) {
        GroupPage group = groups.bySlug(slug, viewer.id()).orElseThrow(NotFoundException::new);
        if (!group.standing().member()) {
            throw new AccessDeniedException("does not belong to " + slug);
        }
        model.addAttribute("group", group);
        model.addAttribute("answered", answers.cards(group.card().id(), viewer.id()));
        return "home/leave";
    }
}
