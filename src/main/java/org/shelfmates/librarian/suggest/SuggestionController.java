package org.shelfmates.librarian.suggest;

import java.time.Clock;
import org.shelfmates.account.Viewer;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Profiles;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All suggestions, and what one says to them. */
@Controller
class SuggestionController {

    private static final int SHOWN = 24;
    private static final String HANDLE = "[a-z0-9-]{3,30}";

    private final Suggestions suggestions;
    private final Dismissals dismissals;
    private final Profiles profiles;
    private final Clock clock;

    SuggestionController(Suggestions suggestions, Dismissals dismissals, Profiles profiles, Clock clock) {
        this.suggestions = suggestions;
        this.dismissals = dismissals;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** @param dismissed who was just dismissed, which can be undone here */
    @GetMapping("/me/suggestions")
    String suggestions(
            @AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String dismissed, Model model) {
        model.addAttribute("suggestions", suggestions.of(viewer.id(), null, SHOWN));
        model.addAttribute("dismissed", dismissed.matches(HANDLE) ? dismissed : "");
        return "librarian/suggest/list";
    }

    @PostMapping("/me/suggestions/{handle}/dismissal")
    String dismiss(@PathVariable String handle, @AuthenticationPrincipal Viewer viewer) {
        dismissals.dismiss(handle, viewer.id());
        return "redirect:/me/suggestions?dismissed=" + handle;
    }

    @PostMapping("/me/suggestions/{handle}/dismissal/withdrawal")
    String undo(@PathVariable String handle, @AuthenticationPrincipal Viewer viewer) {
        dismissals.undo(handle, viewer.id());
        return "redirect:" + Person.pathOf(handle);
    }

    @PostMapping("/me/someone-new/postponement")
    String notNow(@AuthenticationPrincipal Viewer viewer) {
        dismissals.notNow(
                viewer.id(),
                clock.instant().atZone(profiles.home(viewer.id()).zoneId()).toLocalDate());
        return "redirect:/me";
    }
}
