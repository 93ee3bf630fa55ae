package org.shelfmates.group.takeover;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.shelfmates.account.Viewer;
import org.shelfmates.group.GroupPage;
import org.shelfmates.group.Groups;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.RateLimits;
import org.springframework.http.HttpStatus;
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

    private static final int ASKED = 5;

    private final Groups groups;
    private final Takeovers takeovers;
    private final RateLimits limits;

    TakeoverController(Groups groups, Takeovers takeovers, RateLimits limits) {
        this.groups = groups;
        this.takeovers = takeovers;
        this.limits = limits;
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
    String ask(
            @PathVariable String slug,
            @AuthenticationPrincipal Viewer viewer,
            Model model,
            HttpServletResponse response) {
        limits.take("group-takeover", viewer.handle(), ASKED, Duration.ofHours(1));
        if (takeovers.ask(slug, viewer.id())) {
            return "redirect:/groups/" + slug + "/takeover";
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return page(slug, viewer, model);
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
