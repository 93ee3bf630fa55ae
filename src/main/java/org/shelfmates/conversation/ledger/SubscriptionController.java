package org.shelfmates.conversation.ledger;

import org.jspecify.annotations.Nullable;
import org.shelfmates.account.OwnPath;
import org.shelfmates.account.Viewer;
import org.shelfmates.conversation.Level;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Following a thread, being told less of it, and leaving it: from its page and from the ledger. */
@Controller
class SubscriptionController {

    private static final String LEDGER = "/me/ledger";

    private final Subscriptions subscriptions;

    SubscriptionController(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** @param next the page of ours that it was sent from */
    @PostMapping("/threads/{id:\\d{1,18}}/subscription")
    String set(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(required = false) @Nullable String next) {
        subscriptions.set(id, Owner.of(viewer), Level.of(level));
        return "redirect:" + OwnPath.or(LEDGER, next);
    }

    @PostMapping("/threads/{id:\\d{1,18}}/subscription/withdrawal")
    String leave(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(required = false) @Nullable String next) {
        subscriptions.leave(id, Owner.of(viewer));
        return "redirect:" + OwnPath.or(LEDGER, next);
    }
}
