package org.shelfmates.notice.post;

import org.shelfmates.notice.Kind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Stops mails of a kind. Opening the link changes nothing: mail scanners do it too. The POST is sent by the page's button,
 * or by a mail program as RFC 8058 says, and then without a token against forgery: the link itself is the secret.
 */
@Controller
class UnsubscribeController {

    private static final String PAGE = "notice/unsubscribe";

    private final StopLinks links;

    UnsubscribeController(StopLinks links) {
        this.links = links;
    }

    @GetMapping("/unsubscribe/{token}")
    String ask(@PathVariable String token, Model model) {
        return show(token, links.kind(token), false, model);
    }

    @PostMapping("/unsubscribe/{token}")
    String stop(@PathVariable String token, Model model) {
        return show(token, links.stop(token), true, model);
    }

    private static String show(String token, Kind kind, boolean done, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("kind", kind);
        model.addAttribute("done", done);
        return PAGE;
    }
}
