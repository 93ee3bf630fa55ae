package org.shelfmates.tweetup.talk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.shelfmates.conversation.Level;
import org.shelfmates.tweetup.GuestLedger;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The conversations on the private pages of guests. */
@Controller
class PrivateThreadController {

    private static final String THREAD = "/{token}/threads/{thread:\\d{1,18}}";

    private final PrivatePages pages;
    private final GuestLedger ledger;

    PrivateThreadController(PrivatePages pages, GuestLedger ledger) {
        this.pages = pages;
        this.ledger = ledger;
    }

    /** Opening a link changes nothing: mail scanners do it too. */
    @GetMapping({"/rsvps" + THREAD, "/votes" + THREAD, "/guest-comments" + THREAD})
    String unread(
            @PathVariable String token,
            @PathVariable long thread,
            HttpServletRequest request,
            HttpServletResponse response) {
        return pages.with(token, request, response, mine -> "redirect:" + ledger.firstUnread(mine.guest(), thread));
    }

    @PostMapping({
        "/rsvps" + THREAD + "/reading",
        "/votes" + THREAD + "/reading",
        "/guest-comments" + THREAD + "/reading"
    })
    String markRead(
            @PathVariable String token,
            @PathVariable long thread,
            @RequestParam(defaultValue = "") String last,
            HttpServletRequest request,
            HttpServletResponse response) {
        return pages.with(token, request, response, mine -> {
            ledger.markRead(mine.guest(), thread, last);
            return "redirect:" + mine.path() + "#conversations";
        });
    }

    @PostMapping({
        "/rsvps" + THREAD + "/subscription",
        "/votes" + THREAD + "/subscription",
        "/guest-comments" + THREAD + "/subscription"
    })
    String tellOf(
            @PathVariable String token,
            @PathVariable long thread,
            @RequestParam(defaultValue = "") String level,
            HttpServletRequest request,
            HttpServletResponse response) {
        return pages.with(token, request, response, mine -> {
            ledger.tellOf(mine.guest(), thread, Level.of(level));
            return "redirect:" + mine.path() + "#conversations";
        });
    }

    @PostMapping({
        "/rsvps" + THREAD + "/subscription/withdrawal",
        "/votes" + THREAD + "/subscription/withdrawal",
        "/guest-comments" + THREAD + "/subscription/withdrawal"
    })
    String leave(
            @PathVariable String token,
            @PathVariable long thread,
            HttpServletRequest request,
            HttpServletResponse response) {
        return pages.with(token, request, response, mine -> {
            ledger.leave(mine.guest(), thread);
            return "redirect:" + mine.path() + "#conversations";
        });
    }
}
