package org.shelfmates.conversation;

import java.time.Duration;
import java.util.List;
import org.shelfmates.account.Viewer;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.RateLimits;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Suggests handles to somebody who writes a comment. */
@Controller
class MentionController {

    private static final int LONGEST = 30;
    private static final int ASKED = 2000;

    private final MentionSuggestions suggestions;
    private final RateLimits limits;
    private final Subjects subjects;

    MentionController(MentionSuggestions suggestions, RateLimits limits, Subjects subjects) {
        this.subjects = subjects;
        this.suggestions = suggestions;
        this.limits = limits;
    }

    /** @param about the reference of what is talked about, see {@link Subject} */
    @ResponseBody
    @GetMapping(path = "/mentions", produces = MediaType.APPLICATION_JSON_VALUE)
    List<MentionSuggestions.Suggestion> suggest(
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String q,
            @AuthenticationPrincipal Viewer viewer) {
        BadRequestException.unless(about.matches("[a-z]{1,20}:\\d{1,18}"), "no reference");
        if (q.isBlank() || q.length() > LONGEST || q.indexOf('\0') >= 0) {
            return List.of();
        }
        limits.take("mentions", viewer.handle(), ASKED, Duration.ofHours(1));
        Subject subject = Subject.of(about);
        subjects.requireReader(subject, viewer.id());
        return suggestions.of(subject, q, viewer.id());
    }
}
