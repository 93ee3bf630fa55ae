package org.shelfmates.librarian.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.web.BadRequestException;
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

/** The list of programmes, their pages, and what members do there. */
@Controller
class ProgrammeController {

    private static final int PROGRAMMES = 30;
    private static final int PEOPLE = 60;

    private final Programmes programmes;
    private final Belonging belonging;
    private final Markdown markdown;

    ProgrammeController(Programmes programmes, Belonging belonging, Markdown markdown) {
        this.programmes = programmes;
        this.belonging = belonging;
        this.markdown = markdown;
    }

    @PublicPage
    @GetMapping("/programmes")
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        Programmes.Listing listing = programmes.all(PageKey.parse(after, 1), PROGRAMMES);
        model.addAttribute("programmes", listing.programmes());
        model.addAttribute("next", listing.next() == null ? null : "/programmes?after=" + listing.next());
        model.addAttribute("first", after == null ? null : "/programmes");
        return "librarian/programme/list";
    }

    /** Who wants to be seen is shown to those alone who are seen themselves. */
    @PublicPage
    @GetMapping("/programmes/{slug}")
    String page(@PathVariable String slug, @AuthenticationPrincipal @Nullable Viewer viewer, Model model) {
        ProgrammePage page =
                programmes.bySlug(slug, viewer == null ? null : viewer.id()).orElseThrow(NotFoundException::new);
        model.addAttribute("programme", page);
        model.addAttribute("card", page.card());
        model.addAttribute("within", Programmes.NEAR);
        model.addAttribute("description", markdown.html(page.description()));
        model.addAttribute(
                "neighbours",
                viewer != null && Boolean.TRUE.equals(page.mine())
                        ? programmes.near(page.id(), viewer.id(), PEOPLE)
                        : List.of());
        return "librarian/programme/page";
    }

    private static String back(String slug) {
        return "redirect:" + ProgrammeCard.pathOf(slug);
    }

    @PostMapping("/programmes/{slug}/join")
    String join(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer) {
        belonging.join(slug, viewer.id());
        return back(slug);
    }

    @PostMapping("/programmes/{slug}/leave")
    String leave(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer) {
        belonging.leave(slug, viewer.id());
        return back(slug);
    }

    @PostMapping("/programmes/{slug}/showing")
    String show(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer) {
        belonging.show(slug, viewer.id(), true);
        return back(slug) + "#near";
    }

    @PostMapping("/programmes/{slug}/showing/withdrawal")
    String hide(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer) {
        belonging.show(slug, viewer.id(), false);
        return back(slug) + "#near";
    }

    /** @param done the positions of all that is done */
    @PostMapping("/programmes/{slug}/progress")
    String tick(
            @PathVariable String slug,
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(required = false) @Nullable List<Integer> done) {
        BadRequestException.unless(done == null || done.size() <= ProgrammeForm.MOST, "more than there are");
        belonging.tick(slug, viewer.id(), done == null ? List.of() : done);
        return back(slug) + "#things";
    }
}
