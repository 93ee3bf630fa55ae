package org.shelfmates.tweetup.talk;

import org.shelfmates.account.Viewer;
import org.shelfmates.web.MovedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The planners' page for comments of guests. */
@Controller
class HeldController {

    private final HeldComments held;

    HeldController(HeldComments held) {
        this.held = held;
    }

    @GetMapping("/tweetups/{id:\\d{1,18}}/{slug}/guest-comments")
    String page(@PathVariable long id, @PathVariable String slug, @AuthenticationPrincipal Viewer viewer, Model model) {
        HeldComments.Page page = held.page(id, viewer);
        if (!page.plan().slug().equals(slug)) {
            throw new MovedException(page.plan().path() + "/guest-comments");
        }
        model.addAttribute("page", page);
        model.addAttribute("plan", page.plan());
        return "tweetup/talk/planners";
    }

    private String back(long id, Viewer viewer) {
        return "redirect:" + held.page(id, viewer).plan().path() + "/guest-comments";
    }

    @PostMapping("/tweetups/{id:\\d{1,18}}/guest-comments")
    String hold(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String hold) {
        held.hold(id, viewer.id(), hold.equals("true"));
        return back(id, viewer);
    }

    @PostMapping("/tweetups/{id:\\d{1,18}}/guest-comments/{comment:\\d{1,18}}/publication")
    String publish(@PathVariable long id, @PathVariable long comment, @AuthenticationPrincipal Viewer viewer) {
        held.decide(id, viewer.id(), comment, true);
        return back(id, viewer);
    }

    @PostMapping("/tweetups/{id:\\d{1,18}}/guest-comments/{comment:\\d{1,18}}/refusal")
    String refuse(@PathVariable long id, @PathVariable long comment, @AuthenticationPrincipal Viewer viewer) {
        held.decide(id, viewer.id(), comment, false);
        return back(id, viewer);
    }
}
