package org.shelfmates.tweetup.rsvp;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Gives a place back by the link of a mail. Opening it changes nothing: mail scanners do it too. */
@Controller
class ReleaseController {

    private static final String PAGE = "tweetup/release";

    private final Releases releases;

    ReleaseController(Releases releases) {
        this.releases = releases;
    }

    @GetMapping("/releases/{token}")
    String ask(@PathVariable String token, Model model) {
        return show(token, releases.find(token), false, model);
    }

    @PostMapping("/releases/{token}")
    String release(@PathVariable String token, Model model) {
        return show(token, releases.release(token), true, model);
    }

    private static String show(String token, Releases.Place place, boolean done, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("place", place);
        model.addAttribute("done", done);
        return PAGE;
    }
}
