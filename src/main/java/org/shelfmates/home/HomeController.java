package org.shelfmates.home;

import org.shelfmates.group.Groups;
import org.shelfmates.tweetup.TweetupCards;
import org.shelfmates.web.PublicPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front page. */
@Controller
class HomeController {

    private static final int TWEETUPS = 6;
    private static final int GROUPS = 6;

    private final TweetupCards tweetups;
    private final Groups groups;

    HomeController(TweetupCards tweetups, Groups groups) {
        this.tweetups = tweetups;
        this.groups = groups;
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
}
