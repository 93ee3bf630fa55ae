package org.shelfmates.conversation.mark;

import java.time.Duration;
import org.shelfmates.account.Viewer;
import org.shelfmates.conversation.Reaction;
import org.shelfmates.web.RateLimits;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The buttons below comments, which all lead back to the comment. */
@Controller
class MarkController {

    private static final int PRESSES = 300;

    private final Marking marking;
    private final RateLimits limits;

    MarkController(Marking marking, RateLimits limits) {
        this.marking = marking;
        this.limits = limits;
    }

    private String done(long id, Viewer viewer, Runnable press) {
        limits.take("mark", viewer.handle(), PRESSES, Duration.ofHours(1));
        press.run();
        return "redirect:/comments/" + id;
    }

    @PostMapping("/comments/{id:\\d{1,18}}/reactions")
    String react(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String kind) {
        return done(id, viewer, () -> marking.react(id, viewer.id(), Reaction.of(kind), true));
    }

    @PostMapping("/comments/{id:\\d{1,18}}/reactions/withdrawal")
    String unreact(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String kind) {
        return done(id, viewer, () -> marking.react(id, viewer.id(), Reaction.of(kind), false));
    }

    @PostMapping("/comments/{id:\\d{1,18}}/question")
    String ask(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return done(id, viewer, () -> marking.ask(id, viewer.id(), true));
    }

    @PostMapping("/comments/{id:\\d{1,18}}/question/withdrawal")
    String unask(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return done(id, viewer, () -> marking.ask(id, viewer.id(), false));
    }

    @PostMapping("/comments/{id:\\d{1,18}}/answer")
    String answer(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return done(id, viewer, () -> marking.answer(id, viewer.id(), true));
    }

    @PostMapping("/comments/{id:\\d{1,18}}/answer/withdrawal")
    String unanswer(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return done(id, viewer, () -> marking.answer(id, viewer.id(), false));
    }
}
