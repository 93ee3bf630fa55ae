package org.shelfmates.group.takeover;

import org.shelfmates.account.Viewer;
import org.shelfmates.group.GroupPage;
import org.shelfmates.group.Groups;
import org.shelfmates.web.NotFoundException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where members ask to take over a group that nobody runs, and organisers object. */
@Controller
class TakeoverController {

    private final Groups groups;
    private final Takeovers takeovers;

    TakeoverController(Groups groups, Takeovers takeovers) {
        this.groups = groups;
        this.takeovers = takeovers;
    }

    @GetMapping("/groups/{slug}/takeover")
    String page(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer, Model model) {
        GroupPage group = groups.bySlug(slug, viewer.id()).orElseThrow(NotFoundException::new);
        if (!group.standing().member()) {
            throw new AccessDeniedException("does not belong to " + slug);
        }
        model.addAttribute("group", group);
        model.addAttribute("state", takeovers.state(group.card().id(), viewer.id()));
        return "group/takeover";
    }

    @PostMapping("/groups/{slug}/takeover")
    String ask(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer) {
        takeovers.ask(slug, viewer.id());
        return "redirect:/groups/" + slug + "/takeover";
    }

    @PostMapping("/groups/{slug}/takeover/objection")
    String object(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer) {
        takeovers.object(slug, viewer.id());
        return "redirect:/groups/" + slug + "/takeover";
    }

    @PostMapping("/groups/{slug}/takeover/withdrawal")
    String withdraw(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer) {
        takeovers.withdraw(slug, viewer.id());
        return "redirect:/groups/" + slug;
    }
}
