package org.shelfmates.group.running;

import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.shelfmates.account.Viewer;
import org.shelfmates.group.Audience;
import org.shelfmates.group.GroupPage;
import org.shelfmates.group.Groups;
import org.shelfmates.group.Memberships;
import org.shelfmates.group.NoOrganiserLeftException;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own membership: who sees it, stepping down as an organiser, and leaving. */
@Controller
class MembershipController {

    private final Groups groups;
    private final Memberships memberships;
    private final Running running;

    MembershipController(Groups groups, Memberships memberships, Running running) {
        this.groups = groups;
        this.memberships = memberships;
        this.running = running;
    }

    @GetMapping("/groups/{slug}/membership")
    String page(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer, Model model) {
        GroupPage group = groups.bySlug(slug, viewer.id()).orElseThrow(NotFoundException::new);
        if (!group.standing().member()) {
            throw new AccessDeniedException("does not belong to " + slug);
        }
        model.addAttribute("group", group);
        return "group/membership";
    }

    @PostMapping("/groups/{slug}/membership")
    String show(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String audience,
            @AuthenticationPrincipal Viewer viewer) {
        Audience chosen = Stream.of(Audience.values())
                .filter(one -> one.name().equals(audience))
                .findFirst()
                .orElseThrow(() -> new BadRequestException("no choice of ours"));
        running.show(slug, viewer.id(), chosen);
        return "redirect:/groups/" + slug;
    }

    @PostMapping("/groups/{slug}/resignation")
    String stepDown(
            @PathVariable String slug,
            @AuthenticationPrincipal Viewer viewer,
            Model model,
            HttpServletResponse response) {
        try {
            running.stepDown(slug, viewer.id());
            return "redirect:/groups/" + slug;
        } catch (NoOrganiserLeftException last) {
            return handOver(last, viewer, model, response);
        }
    }

    /** @param answers what becomes of what one answered of the coming tweetups */
    @PostMapping("/groups/{slug}/leave")
    String leave(
            @PathVariable String slug,
            @RequestParam(defaultValue = "keep") String answers,
            @AuthenticationPrincipal Viewer viewer,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(answers.matches("keep|release"), "no choice of ours");
        try {
            memberships.leave(slug, viewer.id(), answers.equals("release"));
            return "redirect:/groups/" + slug;
        } catch (NoOrganiserLeftException last) {
            return handOver(last, viewer, model, response);
        }
    }

    private String handOver(NoOrganiserLeftException last, Viewer viewer, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("group", groups.bySlug(last.slug(), viewer.id()).orElseThrow(NotFoundException::new));
        return "group/hand-over";
    }
}
