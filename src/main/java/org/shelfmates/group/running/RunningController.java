package org.shelfmates.group.running;

import org.shelfmates.account.Viewer;
import org.shelfmates.group.Groups;
import org.shelfmates.web.NotFoundException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What organisers do about one member, and about those who were removed. */
@Controller
class RunningController {

    private final Groups groups;
    private final Running running;

    RunningController(Groups groups, Running running) {
        this.groups = groups;
        this.running = running;
    }

    @GetMapping("/groups/{slug}/members/{handle}")
    String member(
            @PathVariable String slug,
            @PathVariable String handle,
            @AuthenticationPrincipal Viewer viewer,
            Model model) {
        model.addAttribute("member", running.member(slug, handle, viewer.id()));
        model.addAttribute("group", groups.bySlug(slug, viewer.id()).orElseThrow(NotFoundException::new));
        return "group/member";
    }

    @PostMapping("/groups/{slug}/members/{handle}/organising")
    String makeOrganiser(
            @PathVariable String slug, @PathVariable String handle, @AuthenticationPrincipal Viewer viewer) {
        running.makeOrganiser(slug, handle, viewer.id());
        return "redirect:/groups/" + slug + "/members";
    }

    @PostMapping("/groups/{slug}/members/{handle}/removal")
    String remove(@PathVariable String slug, @PathVariable String handle, @AuthenticationPrincipal Viewer viewer) {
        running.remove(slug, handle, viewer.id());
        return "redirect:/groups/" + slug + "/members";
    }

    @GetMapping("/groups/{slug}/removed")
    String removed(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("removed", running.removed(slug, viewer.id()));
        model.addAttribute("group", groups.bySlug(slug, viewer.id()).orElseThrow(NotFoundException::new));
        return "group/removed";
    }

    @PostMapping("/groups/{slug}/removed/{handle}/withdrawal")
    String takeBack(@PathVariable String slug, @PathVariable String handle, @AuthenticationPrincipal Viewer viewer) {
        running.takeBack(slug, handle, viewer.id());
        return "redirect:/groups/" + slug + "/removed";
    }
}
