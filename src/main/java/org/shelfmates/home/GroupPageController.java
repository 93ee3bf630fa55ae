package org.shelfmates.home;

import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.group.GroupPage;
import org.shelfmates.group.Groups;
import org.shelfmates.group.Memberships;
import org.shelfmates.tweetup.TweetupCards;
import org.shelfmates.web.Markdown;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PublicPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A city group: its members and its tweetups. */
@Controller
class GroupPageController {

    private static final int MEMBERS = 12;
    private static final int TWEETUPS = 12;

    private final Groups groups;
    private final Memberships memberships;
    private final TweetupCards tweetups;
    private final Markdown markdown;

    GroupPageController(Groups groups, Memberships memberships, TweetupCards tweetups, Markdown markdown) {
        this.groups = groups;
        this.memberships = memberships;
        this.tweetups = tweetups;
        this.markdown = markdown;
    }

    @PublicPage
    @GetMapping("/groups/{slug}")
    String group(@PathVariable String slug, @AuthenticationPrincipal @Nullable Viewer viewer, Model model) {
        GroupPage group =
                groups.bySlug(slug, viewer == null ? null : viewer.id()).orElseThrow(NotFoundException::new);
        model.addAttribute("group", group);
        model.addAttribute("card", group.card());
        model.addAttribute("description", markdown.html(group.description()));
        model.addAttribute("members", memberships.first(group.card().id(), MEMBERS));
        model.addAttribute("tweetups", tweetups.ofGroup(group.card().id(), TWEETUPS));
        return "home/group";
    }
}
