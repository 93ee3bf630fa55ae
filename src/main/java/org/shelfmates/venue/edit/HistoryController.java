package org.shelfmates.venue.edit;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.web.MovedException;
import org.shelfmates.web.PublicPage;
import org.shelfmates.web.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was changed of a venue, and taking it back. */
@Controller
class HistoryController {

    private static final int PAGE_SIZE = 30;
    private static final int UNDONE = 60;

    private final Histories histories;
    private final Revising revising;
    private final Parting parting;
    private final RateLimits limits;

    HistoryController(Histories histories, Revising revising, Parting parting, RateLimits limits) {
        this.histories = histories;
        this.revising = revising;
        this.parting = parting;
        this.limits = limits;
    }

    @PublicPage
    @GetMapping("/venues/{id:\\d{1,18}}/{slug}/history")
    String history(
            @PathVariable long id,
            @PathVariable String slug,
            @RequestParam @Nullable String after,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            Model model) {
        String path = show(id, viewer, after, model);
        if (!path.endsWith("/" + slug)) {
            throw new MovedException(path + "/history");
        }
        return "venue/history";
    }

    private String show(long id, @Nullable Viewer viewer, @Nullable String after, Model model) {
        Histories.Listing listing = histories.of(id, viewer == null ? null : viewer.id(), after, PAGE_SIZE);
        String path = listing.subject().path();
        model.addAttribute("venue", listing.subject());
        model.addAttribute("entries", listing.entries());
        model.addAttribute("next", listing.next() == null ? null : path + "/history?after=" + listing.next());
        model.addAttribute("first", after == null ? null : path + "/history");
        return path;
    }

    /** What was changed since is kept: then both are shown, and nothing is done. */
    @PostMapping("/venues/{id:\\d{1,18}}/revisions/{revision:\\d{1,18}}/undo")
    String undo(
            @PathVariable long id,
            @PathVariable long revision,
            @AuthenticationPrincipal Viewer viewer,
            Model model,
            HttpServletResponse response) {
        limits.take("venue-undo", viewer.handle(), UNDONE, Duration.ofHours(1));
        Revising.Outcome outcome = revising.undo(id, revision, viewer.id());
        if (!outcome.conflict()) {
            return "redirect:" + outcome.path() + "/history";
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("differences", outcome.differences());
        show(id, viewer, null, model);
        return "venue/history";
    }

    @PostMapping("/venues/{id:\\d{1,18}}/revisions/{revision:\\d{1,18}}/parting")
    String part(@PathVariable long id, @PathVariable long revision, @AuthenticationPrincipal Viewer viewer) {
        limits.take("venue-undo", viewer.handle(), UNDONE, Duration.ofHours(1));
        return "redirect:" + parting.part(id, revision, viewer.id());
    }
}
