package org.shelfmates.librarian.edit;

import java.time.Duration;
import java.util.List;
import org.shelfmates.account.Viewer;
import org.shelfmates.librarian.Interests;
import org.shelfmates.web.RateLimits;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Suggests interests to somebody who types theirs. */
@Controller
class InterestController {

    private static final int ASKED = 2000;

    private final InterestsInUse interests;
    private final RateLimits limits;

    InterestController(InterestsInUse interests, RateLimits limits) {
        this.interests = interests;
        this.limits = limits;
    }

    @ResponseBody
    @GetMapping(path = "/interests", produces = MediaType.APPLICATION_JSON_VALUE)
    List<InterestsInUse.Used> suggest(
            @RequestParam(defaultValue = "") String q, @AuthenticationPrincipal Viewer viewer) {
        if (q.length() > Interests.LONGEST || q.indexOf('\0') >= 0) {
            return List.of();
        }
        limits.take("interests", Long.toString(viewer.id()), ASKED, Duration.ofHours(1));
        return interests.like(q);
    }
}
