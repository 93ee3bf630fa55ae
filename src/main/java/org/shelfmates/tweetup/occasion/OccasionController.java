package org.shelfmates.tweetup.occasion;

import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.TweetupCards;
import org.shelfmates.web.Markdown;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PageKey;
import org.shelfmates.web.PublicPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of occasions, their pages, and who will be there. */
@Controller
class OccasionController {

    private static final int OCCASIONS = 30;
    private static final int TWEETUPS = 20;
    private static final int PEOPLE = 60;

    private final Occasions occasions;
    private final Presences presences;
    private final TweetupCards tweetups;
    private final Markdown markdown;

    OccasionController(Occasions occasions, Presences presences, TweetupCards tweetups, Markdown markdown) {
        this.occasions = occasions;
        this.presences = presences;
        this.tweetups = tweetups;
        this.markdown = markdown;
    }

    @PublicPage
    @GetMapping("/occasions")
    String list(@RequestParam @Nullable String after, Model model) {
        Occasions.Listing listing = occasions.all(PageKey.parse(after, 3), OCCASIONS);
        model.addAttribute("listing", listing);
        model.addAttribute("next", listing.next() == null ? null : "/occasions?after=" + listing.next());
        model.addAttribute("first", after == null ? null : "/occasions");
        return "tweetup/occasion/list";
    }

    /**
     * @param tweetups the key of a later page of its tweetups
     * @param people likewise of who will be there
     */
    @PublicPage
    @GetMapping("/occasions/{slug}")
    String page(
            @PathVariable String slug,
            @RequestParam @Nullable String tweetups,
            @RequestParam @Nullable String people,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            Model model) {
        Long id = viewer == null ? null : viewer.id();
        OccasionPage page = occasions.bySlug(slug, id).orElseThrow(NotFoundException::new);
        OccasionCard card = page.card();
        TweetupCards.Listing hung = this.tweetups.around(card.id(), tweetups, TWEETUPS);
        Presences.Listing there = presences.of(card.id(), id, PageKey.parse(people, 3), PEOPLE);
        model.addAttribute("occasion", page);
        model.addAttribute("card", card);
        model.addAttribute("words", markdown.html(page.words()));
        model.addAttribute("tweetups", hung.tweetups());
        model.addAttribute("nextTweetups", hung.next() == null ? null : card.path() + "?tweetups=" + hung.next());
        model.addAttribute("firstTweetups", tweetups == null ? null : card.path());
        model.addAttribute("people", there.people());
        model.addAttribute(
                "nextPeople", there.next() == null ? null : card.path() + "?people=" + there.next() + "#people");
        model.addAttribute("firstPeople", people == null ? null : card.path() + "#people");
        return "tweetup/occasion/page";
    }

    @PostMapping("/occasions/{slug}/presence")
    String come(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer) {
        presences.come(slug, viewer.id());
        return "redirect:" + OccasionCard.pathOf(slug);
    }

    @PostMapping("/occasions/{slug}/presence/withdrawal")
    String withdraw(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer) {
        presences.withdraw(slug, viewer.id());
        return "redirect:" + OccasionCard.pathOf(slug);
    }
}
