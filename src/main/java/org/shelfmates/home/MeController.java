package org.shelfmates.home;

import java.time.Clock;
import java.time.LocalDate;
import org.shelfmates.account.Viewer;
import org.shelfmates.conversation.ledger.Ledger;
import org.shelfmates.conversation.ledger.Owner;
import org.shelfmates.librarian.Profile;
import org.shelfmates.librarian.Profiles;
import org.shelfmates.librarian.suggest.Suggestions;
import org.shelfmates.tweetup.TweetupCards;
import org.shelfmates.web.Settings;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** One's own page. */
@Controller
class MeController {

    private static final int REQUESTS = 10;
    private static final int SUGGESTED = 6;

    private final Card card;
    private final Profiles profiles;
    private final TweetupCards tweetups;
    private final Ledger ledger;
    private final Suggestions suggestions;
    private final Settings settings;
    private final Clock clock;

    MeController(
            Card card,
            Profiles profiles,
            TweetupCards tweetups,
            Ledger ledger,
            Suggestions suggestions,
            Settings settings,
            Clock clock) {
        this.card = card;
        this.profiles = profiles;
        this.tweetups = tweetups;
        this.ledger = ledger;
        this.suggestions = suggestions;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/me")
    String me(@AuthenticationPrincipal Viewer viewer, Model model) {
        Profile profile = profiles.own(viewer.id());
        LocalDate today = clock.instant().atZone(profile.zone()).toLocalDate();
        card.show(profile, viewer.id(), model);
        model.addAttribute("requests", tweetups.askedToPlan(viewer.id(), REQUESTS));
        model.addAttribute("unread", ledger.unread(Owner.of(viewer)));
        model.addAttribute("people", suggestions.forMe(viewer.id(), today, SUGGESTED));
        model.addAttribute("outbox", settings.outbox());
        return "home/me";
    }
}
