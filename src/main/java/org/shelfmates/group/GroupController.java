package org.shelfmates.group;

import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PageKey;
import org.shelfmates.web.PublicPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class GroupController {

    private static final int GROUPS_PER_PAGE = 30;
    private static final int MEMBERS_PER_PAGE = 60;

    private final Groups groups;
    private final Memberships memberships;

    GroupController(Groups groups, Memberships memberships) {
        this.groups = groups;
        this.memberships = memberships;
    }

    @PublicPage
    @GetMapping("/groups")
    String groups(@RequestParam @Nullable String after, Model model) {
        Groups.Listing listing = groups.all(PageKey.parse(after, 2), GROUPS_PER_PAGE);
        model.addAttribute("groups", listing.groups());
        model.addAttribute("next", listing.next() == null ? null : "/groups?after=" + listing.next());
        model.addAttribute("first", after == null ? null : "/groups");
        return "group/list";
    }

    @PublicPage
    @GetMapping("/groups/{slug}/members")
    String members(
            @PathVariable String slug,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @RequestParam @Nullable String after,
            Model model) {
        GroupPage group =
                groups.bySlug(slug, viewer == null ? null : viewer.id()).orElseThrow(NotFoundException::new);
        Memberships.Listing listing = memberships.members(
                group.card().id(), viewer == null ? null : viewer.id(), PageKey.parse(after, 3), MEMBERS_PER_PAGE);
        model.addAttribute("group", group);
        model.addAttribute("members", listing.members());
        model.addAttribute(
                "next", listing.next() == null ? null : group.card().path() + "/members?after=" + listing.next());
        model.addAttribute("first", after == null ? null : group.card().path() + "/members");
        return "group/members";
    }
}
