package org.shelfmates.home;

import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.group.GroupCard;
import org.shelfmates.group.GroupPage;
import org.shelfmates.group.Groups;
import org.shelfmates.group.Memberships;
import org.shelfmates.tweetup.GroupHistory;
import org.shelfmates.tweetup.OpenQuestions;
import org.shelfmates.tweetup.TweetupCards;
import org.shelfmates.venue.appeal.Appeals;
import org.shelfmates.visit.Visits;
import org.shelfmates.web.Markdown;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PageKey;
import org.shelfmates.web.PublicPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A city group: its members and its tweetups, and what it did. */
@Controller
class GroupPageController {

    private static final int MEMBERS = 12;
    private static final int TWEETUPS = 12;
    private static final int REMEMBERED = 20;
    private static final int QUESTIONS = 5;
    private static final int VISITORS = 6;
    private static final int APPEALS = 6;

    private final Groups groups;
    private final Memberships memberships;
    private final TweetupCards tweetups;
    private final OpenQuestions questions;
    private final GroupHistory history;
    private final Visits visits;
    private final Markdown markdown;
    private final Appeals appeals;

    GroupPageController(
            Groups groups,
            Memberships memberships,
            TweetupCards tweetups,
            OpenQuestions questions,
            GroupHistory history,
            Visits visits,
            Markdown markdown,
            Appeals appeals) {
        this.appeals = appeals;
        this.visits = visits;
        this.questions = questions;
        this.groups = groups;
        this.memberships = memberships;
        this.tweetups = tweetups;
        this.history = history;
        this.markdown = markdown;
    }

    @PublicPage
    @GetMapping("/groups/{slug}")
    String group(@PathVariable String slug, @AuthenticationPrincipal @Nullable Viewer viewer, Model model) {
        Long reader = viewer == null ? null : viewer.id();
        GroupPage group = groups.bySlug(slug, reader).orElseThrow(NotFoundException::new);
        model.addAttribute("group", group);
        model.addAttribute(
                "coming",
                visits.around(group.placeId(), group.card().radiusKm(), viewer == null ? null : viewer.id(), VISITORS));
        model.addAttribute("appeals", appeals.ofGroup(group.card().id(), APPEALS));
        model.addAttribute("card", group.card());
        model.addAttribute("description", markdown.html(group.description()));
        model.addAttribute("members", memberships.first(group.card().id(), reader, MEMBERS));
        model.addAttribute("tweetups", tweetups.ofGroup(group.card().id(), TWEETUPS));
        model.addAttribute("questions", questions.ofGroup(group.card().id(), reader, QUESTIONS));
        model.addAttribute("history", history.any(group.card().id()));
        return "home/group";
    }

    @PublicPage
    @GetMapping("/groups/{slug}/history")
    String history(@PathVariable String slug, @RequestParam(required = false) @Nullable String after, Model model) {
        GroupCard group =
                groups.bySlug(slug, null).orElseThrow(NotFoundException::new).card();
        GroupHistory.Listing listing = history.of(group.id(), PageKey.parse(after, 2), REMEMBERED);
        String here = group.path() + "/history";
        model.addAttribute("card", group);
        model.addAttribute("entries", listing.entries());
        model.addAttribute("next", listing.next() == null ? null : here + "?after=" + listing.next());
        model.addAttribute("first", after == null ? null : here);
        return "home/history";
    }
}
