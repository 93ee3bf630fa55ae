package org.shelfmates.tweetup.series;

import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.TweetupCards;
import org.shelfmates.web.MovedException;
import org.shelfmates.web.PublicPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a series: its dates, those to come and those past. */
@Controller
class SeriesController {

    private static final int DATES = 60;

    private final SeriesPages pages;
    private final TweetupCards tweetups;
    private final RuleWords rules;

    SeriesController(SeriesPages pages, TweetupCards tweetups, RuleWords rules) {
        this.pages = pages;
        this.tweetups = tweetups;
        this.rules = rules;
    }

    @PublicPage
    @GetMapping("/series/{id:\\d{1,18}}")
    String atFullAddress(@PathVariable long id) {
        throw new MovedException(pages.byId(id, null, null).path());
    }

    /**
     * @param from the tweetup that its planner has just changed with all after it
     * @param coming the key of a later page of those to come
     * @param past likewise of those past
     */
    @PublicPage
    @GetMapping("/series/{id:\\d{1,18}}/{slug}")
    String page(
            @PathVariable long id,
            @PathVariable String slug,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @RequestParam @Nullable Long from,
            @RequestParam @Nullable String coming,
            @RequestParam @Nullable String past,
            Model model) {
        SeriesPage series = pages.byId(id, viewer == null ? null : viewer.id(), from);
        if (!series.slug().equals(slug)) {
            throw new MovedException(series.path() + (from == null ? "" : "?from=" + from));
        }
        TweetupCards.Listing ahead = tweetups.ofSeries(id, false, coming, DATES);
        TweetupCards.Listing over = tweetups.ofSeries(id, true, past, DATES);
        model.addAttribute("series", series);
        model.addAttribute("rules", rules);
        model.addAttribute("done", from != null && viewer != null);
        model.addAttribute("coming", ahead.tweetups());
        model.addAttribute("nextComing", ahead.next() == null ? null : series.path() + "?coming=" + ahead.next());
        model.addAttribute("firstComing", coming == null ? null : series.path());
        model.addAttribute("past", over.tweetups());
        model.addAttribute("nextPast", over.next() == null ? null : series.path() + "?past=" + over.next() + "#past");
        model.addAttribute("firstPast", past == null ? null : series.path() + "#past");
        return "tweetup/series/page";
    }
}
