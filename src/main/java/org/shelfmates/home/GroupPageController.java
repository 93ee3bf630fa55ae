package org.shelfmates.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.group.GroupCard;
import org.shelfmates.group.GroupPage;
import org.shelfmates.group.Groups;
import org.shelfmates.group.Makeup;
import org.shelfmates.group.Makeups;
import org.shelfmates.group.board.Front;
import org.shelfmates.place.Atlas;
import org.shelfmates.place.MapDrawing;
import org.shelfmates.tweetup.GroupHistory;
import org.shelfmates.tweetup.OpenQuestions;
import org.shelfmates.tweetup.TweetupCard;
import org.shelfmates.tweetup.TweetupCards;
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

    private static final int AHEAD = 6;
    private static final int PLANNED = 6;
    private static final int OVER = 3;
    private static final int REMEMBERED = 20;
    private static final int QUESTIONS = 5;
    private static final int VISITORS = 6;

    private final Groups groups;
    private final Makeups makeups;
    private final Front front;
    private final Atlas atlas;
    private final TweetupCards tweetups;
    private final OpenQuestions questions;
    private final GroupHistory history;
    private final Visits visits;
    private final Markdown markdown;

    GroupPageController(
            Groups groups,
            Makeups makeups,
            Front front,
            Atlas atlas,
            TweetupCards tweetups,
            OpenQuestions questions,
            GroupHistory history,
            Visits visits,
            Markdown markdown) {
        this.visits = visits;
        this.questions = questions;
        this.groups = groups;
        this.makeups = makeups;
        this.front = front;
        this.atlas = atlas;
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
        model.addAttribute("card", group.card());
        model.addAttribute("description", markdown.html(group.description()));
        Makeup makeup = makeups.of(group, reader);
        model.addAttribute("makeup", makeup);
        model.addAttribute("map", makeup.origins().isEmpty() ? null : map(group, makeup));
        model.addAttribute("front", front.of(group, reader));
        List<TweetupCard> all = tweetups.ofGroup(group.card().id(), AHEAD, PLANNED, OVER);
        model.addAttribute(
                "tweetups",
                all.stream().filter(card -> card.dated() || card.past()).toList());
        model.addAttribute(
                "plans",
                all.stream().filter(card -> !card.dated() && !card.past()).toList());
        model.addAttribute(
                "more",
                all.stream().filter(card -> card.dated() && !card.past()).count() == AHEAD);
        OpenQuestions.OfGroup asked = questions.ofGroup(group.card().id(), reader, QUESTIONS);
        model.addAttribute("questions", asked.questions());
        model.addAttribute("history", asked.history());
        return "home/group";
    }

    /** As far as the group reaches. Who lives farther away stands in the list beside it. */
    private MapDrawing map(GroupPage group, Makeup makeup) {
        double radius = Math.max(Atlas.MIN_RADIUS_KM, group.card().radiusKm());
        return atlas.draw(group.at(), radius, makeup.origins());
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
