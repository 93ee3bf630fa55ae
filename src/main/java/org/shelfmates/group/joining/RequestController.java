package org.shelfmates.group.joining;

import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.group.Groups;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PageKey;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where organisers read who asks to join, and answer. */
@Controller
class RequestController {

    private static final int PER_PAGE = 30;

    private final Groups groups;
    private final Requests requests;

    RequestController(Groups groups, Requests requests) {
        this.groups = groups;
        this.requests = requests;
    }

    @GetMapping("/groups/{slug}/requests")
    String page(
            @PathVariable String slug,
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Requests.Listing listing = requests.open(slug, viewer.id(), PageKey.parse(after, 2), PER_PAGE);
        String here = "/groups/" + slug + "/requests";
        model.addAttribute("group", groups.bySlug(slug, viewer.id()).orElseThrow(NotFoundException::new));
        model.addAttribute("requests", listing.requests());
        model.addAttribute("next", listing.next() == null ? null : here + "?after=" + listing.next());
        model.addAttribute("first", after == null ? null : here);
        return "group/requests";
    }

    @PostMapping("/groups/{slug}/requests/{handle}/acceptance")
    String accept(@PathVariable String slug, @PathVariable String handle, @AuthenticationPrincipal Viewer viewer) {
        requests.accept(slug, handle, viewer.id());
        return "redirect:/groups/" + slug + "/requests";
    }

    @PostMapping("/groups/{slug}/requests/{handle}/refusal")
    String decline(@PathVariable String slug, @PathVariable String handle, @AuthenticationPrincipal Viewer viewer) {
        requests.decline(slug, handle, viewer.id());
        return "redirect:/groups/" + slug + "/requests";
    }
}
