package org.shelfmates.group.joining;

import java.time.Duration;
import java.util.List;
import org.shelfmates.account.Viewer;
import org.shelfmates.web.RateLimits;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Suggests handles to an organiser who asks somebody in (js/mentions.js). */
@Controller
class InviteSuggestionController {

    private static final int LONGEST = 40;
    private static final int ASKED = 2000;

    private final InviteSuggestions suggestions;
    private final RateLimits limits;

    InviteSuggestionController(InviteSuggestions suggestions, RateLimits limits) {
        this.suggestions = suggestions;
        this.limits = limits;
    }

    @ResponseBody
    @GetMapping(path = "/groups/{slug}/invitations/people", produces = MediaType.APPLICATION_JSON_VALUE)
    List<InviteSuggestions.Suggestion> suggest(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String q,
            @AuthenticationPrincipal Viewer viewer) {
        String beginning = q.strip().replaceFirst("^@", "");
        if (beginning.isEmpty() || beginning.length() > LONGEST || beginning.indexOf('\0') >= 0) {
            return List.of();
        }
        limits.take("mentions", viewer.handle(), ASKED, Duration.ofHours(1));
        return suggestions.of(slug, beginning, viewer.id());
    }
}
