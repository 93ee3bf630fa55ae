package org.shelfmates.librarian.follow;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.librarian.Sector;
import org.shelfmates.web.PageKey;
import org.shelfmates.web.PublicPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom a librarian follows, and who follows them. */
@Controller
class FollowListController {

    private static final int PAGE_SIZE = 24;

    private final FollowLists lists;

    FollowListController(FollowLists lists) {
        this.lists = lists;
    }

    @PublicPage
    @GetMapping("/librarians/{handle}/following")
    String following(
            @PathVariable String handle,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @Valid @ModelAttribute("filter") FollowFilter filter,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        return page(FollowTab.FOLLOWING, handle, viewer, filter, after, model);
    }

    @PublicPage
    @GetMapping("/librarians/{handle}/followers")
    String followers(
            @PathVariable String handle,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @Valid @ModelAttribute("filter") FollowFilter filter,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        return page(FollowTab.FOLLOWERS, handle, viewer, filter, after, model);
    }

    private String page(
            FollowTab tab,
            String handle,
            @Nullable Viewer viewer,
            FollowFilter asked,
            @Nullable String after,
            Model model) {
        FollowTabs of = lists.tabs(handle, viewer == null ? null : viewer.id());
        // strangers share nothing with anybody
        FollowFilter filter =
                viewer == null ? new FollowFilter(asked.within(), asked.sector(), asked.interest(), null) : asked;
        PageKey key = PageKey.parse(after, 2);
        String path = tab.path(of.person().handle());
        model.addAttribute("tabs", of);
        model.addAttribute("tab", tab);
        model.addAttribute("path", path);
        model.addAttribute("filter", filter);
        model.addAttribute("here", filter.address(path, after));
        model.addAttribute("first", key == null ? null : filter.address(path, null));
        model.addAttribute("sectors", Sector.values());
        model.addAttribute("shownTo", Shown.values());
        FollowLists.Listing listing = of.open() ? lists.list(tab, of, filter, key, PAGE_SIZE) : null;
        model.addAttribute("listing", listing);
        model.addAttribute(
                "next", listing == null || listing.next() == null ? null : filter.address(path, listing.next()));
        return "librarian/follow/list";
    }
}
