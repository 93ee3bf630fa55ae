package org.shelfmates.home;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.EmailConfirmations;
import org.shelfmates.account.Viewer;
import org.shelfmates.conversation.ledger.Ledger;
import org.shelfmates.conversation.ledger.Owner;
import org.shelfmates.group.Groups;
import org.shelfmates.librarian.Profile;
import org.shelfmates.librarian.Profiles;
import org.shelfmates.librarian.follow.FollowLists;
import org.shelfmates.librarian.suggest.Suggestions;
import org.shelfmates.tweetup.TweetupCards;
import org.shelfmates.visit.Visits;
import org.shelfmates.web.Markdown;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PublicPage;
import org.shelfmates.web.RateLimits;
import org.shelfmates.web.Settings;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The front page, one's own page, and everybody's. */
@Controller
class HomeController {

    private static final int TWEETUPS = 6;
    private static final int GROUPS = 6;
    private static final int AHEAD = 20;
    private static final int REQUESTS = 10;
    private static final int MAILS = 5;
    private static final int SUGGESTED = 6;
    private static final int BESIDE = 3;

    private final TweetupCards tweetups;
    private final Groups groups;
    private final Profiles profiles;
    private final FollowLists follows;
    private final Ledger ledger;
    private final Suggestions suggestions;
    private final EmailConfirmations confirmations;
    private final Visits visits;
    private final Markdown markdown;
    private final RateLimits limits;
    private final Settings settings;
    private final Clock clock;

    HomeController(
            TweetupCards tweetups,
            Groups groups,
            Profiles profiles,
            FollowLists follows,
            Ledger ledger,
            Suggestions suggestions,
            EmailConfirmations confirmations,
            Visits visits,
            Markdown markdown,
            RateLimits limits,
            Settings settings,
            Clock clock) {
        this.tweetups = tweetups;
        this.groups = groups;
        this.profiles = profiles;
        this.follows = follows;
        this.ledger = ledger;
        this.suggestions = suggestions;
        this.confirmations = confirmations;
        this.visits = visits;
        this.markdown = markdown;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    @PublicPage
    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("tweetups", tweetups.soonest(TWEETUPS));
        model.addAttribute("groups", groups.biggest(GROUPS));
        return "home/home";
    }

    @PublicPage
    @GetMapping("/credits")
    String credits() {
        return "home/credits";
    }

    @GetMapping("/me")
    String me(@AuthenticationPrincipal Viewer viewer, Model model) {
        Profile profile = addProfile(profiles.own(viewer.id()), viewer, model);
        model.addAttribute("requests", tweetups.askedToPlan(viewer.id(), REQUESTS));
        model.addAttribute("unread", ledger.unread(Owner.of(viewer)));
        model.addAttribute("people", suggestions.forMe(viewer.id(), today(profile), SUGGESTED));
        model.addAttribute("outbox", settings.outbox());
        return "home/me";
    }

    @PostMapping("/me/confirmation")
    String askForConfirmation(@AuthenticationPrincipal Viewer viewer) {
        limits.take("confirmation", viewer.handle(), MAILS, java.time.Duration.ofHours(1));
        confirmations.askAgain(viewer.id());
        return "redirect:/me?sent";
    }

    @PublicPage
    @GetMapping("/librarians/{handle}")
    String librarian(@PathVariable String handle, @AuthenticationPrincipal @Nullable Viewer viewer, Model model) {
        Long reader = viewer == null ? null : viewer.id();
        Profile profile =
                addProfile(profiles.byHandle(handle, reader).orElseThrow(NotFoundException::new), viewer, model);
        if (viewer != null) {
            long shown = profile.card().person().id();
            model.addAttribute("meeting", suggestions.of(viewer.id(), shown, BESIDE));
        }
        model.addAttribute("tabs", follows.tabs(handle, reader));
        model.addAttribute("visits", visits.of(profile.card().person().id(), reader));
        return "home/librarian";
    }

    private Profile addProfile(Profile profile, @Nullable Viewer viewer, Model model) {
        Long reader = viewer == null ? null : viewer.id();
        long id = profile.card().person().id();
        model.addAttribute("profile", profile);
        model.addAttribute("about", markdown.html(profile.about()));
        model.addAttribute("groups", groups.of(id));
        model.addAttribute("tweetups", tweetups.ahead(id, reader, AHEAD));
        return profile;
    }

    private LocalDate today(Profile profile) {
        return clock.instant().atZone(profile.zone()).toLocalDate();
    }
}
