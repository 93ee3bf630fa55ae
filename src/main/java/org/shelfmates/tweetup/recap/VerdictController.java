package org.shelfmates.tweetup.recap;

import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.GuestLink;
import org.shelfmates.web.BadRequestException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The two buttons of who came: would they meet here again? */
@Controller
class VerdictController {

    private final Verdicts verdicts;

    VerdictController(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    @PostMapping("/tweetups/{id:\\d{1,18}}/again")
    String librarian(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String again) {
        return "redirect:" + verdicts.ofLibrarian(id, viewer, yes(again)).path() + "#again";
    }

    @PostMapping("/rsvps/{token}/again")
    String guest(@PathVariable String token, @RequestParam(defaultValue = "") String again) {
        if (!verdicts.ofGuest(token, yes(again))) {
            throw GuestLink.gone();
        }
        return "redirect:/rsvps/" + token + "#again";
    }

    private static boolean yes(String again) {
        BadRequestException.unless(again.equals("yes") || again.equals("no"), "neither yes nor no");
        return again.equals("yes");
    }
}
