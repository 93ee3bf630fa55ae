package org.shelfmates.notice.digest;

import org.shelfmates.notice.Channel;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Stops the mail of the day or of the week, as {@code post.UnsubscribeController} does those of a kind: opening the link does not. */
@Controller
class DigestStopController {

    private static final String PAGE = "notice/digest-stop";

    private final DigestLinks links;

    DigestStopController(DigestLinks links) {
        this.links = links;
    }

    @GetMapping("/unsubscribe/digest/{token}")
    String ask(@PathVariable String token, Model model) {
        return show(token, links.channel(token), false, model);
    }

    @PostMapping("/unsubscribe/digest/{token}")
    String stop(@PathVariable String token, Model model) {
        return show(token, links.stop(token), true, model);
    }

    private static String show(String token, Channel channel, boolean done, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("channel", channel);
        model.addAttribute("done", done);
        return PAGE;
    }
}
