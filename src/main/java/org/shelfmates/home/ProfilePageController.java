package org.shelfmates.home;

import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.librarian.Profile;
import org.shelfmates.librarian.Profiles;
import org.shelfmates.librarian.follow.FollowLists;
import org.shelfmates.librarian.suggest.Suggestions;
import org.shelfmates.visit.Visits;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PublicPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Everybody's profile. */
@Controller
class ProfilePageController {

    private static final int BESIDE = 3;

    private final Card card;
    private final Profiles profiles;
    private final FollowLists follows;
    private final Visits visits;
    private final Suggestions suggestions;

    ProfilePageController(Card card, Profiles profiles, FollowLists follows, Visits visits, Suggestions suggestions) {
        this.card = card;
        this.profiles = profiles;
        this.follows = follows;
        this.visits = visits;
        this.suggestions = suggestions;
    }

    @PublicPage
    @GetMapping("/librarians/{handle}")
    String librarian(@PathVariable String handle, @AuthenticationPrincipal @Nullable Viewer viewer, Model model) {
        Long reader = viewer == null ? null : viewer.id();
        Profile profile = profiles.byHandle(handle, reader).orElseThrow(NotFoundException::new);
        long id = profile.card().person().id();
        card.show(profile, reader, model);
        model.addAttribute("tabs", follows.tabs(handle, reader));
        model.addAttribute("visits", visits.of(id, reader));
        if (reader != null) {
            model.addAttribute("meeting", suggestions.of(reader, id, BESIDE));
        }
        return "home/librarian";
    }
}
