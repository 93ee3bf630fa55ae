package org.shelfmates.tweetup.poll;

import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.Plans;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** How planners end polls: they close them, or choose. */
@Controller
class PollEndController {

    private static final String POLL = "/tweetups/{id:\\d{1,18}}/polls/{poll:\\d{1,18}}";

    private final Plans plans;
    private final PollClosing closing;
    private final Choosing choosing;

    PollEndController(Plans plans, PollClosing closing, Choosing choosing) {
        this.plans = plans;
        this.closing = closing;
        this.choosing = choosing;
    }

    @PostMapping(POLL + "/close")
    String close(@PathVariable long id, @PathVariable long poll, @AuthenticationPrincipal Viewer viewer) {
        closing.close(id, viewer.id(), poll);
        return "redirect:" + plans.plan(id, viewer).path() + "/polls#poll-" + poll;
    }

    @PostMapping(POLL + "/options/{option:\\d{1,18}}/choice")
    String choose(
            @PathVariable long id,
            @PathVariable long poll,
            @PathVariable long option,
            @AuthenticationPrincipal Viewer viewer) {
        boolean settled = choosing.choose(id, viewer.id(), poll, option);
        return "redirect:" + plans.plan(id, viewer).path() + (settled ? "" : "#together");
    }
}
