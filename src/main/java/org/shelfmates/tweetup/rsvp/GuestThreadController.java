package org.shelfmates.tweetup.rsvp;

import jakarta.servlet.http.HttpServletResponse;
import org.shelfmates.tweetup.GuestLedger;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The conversations on the private page of a guest who answered an invitation. */
@Controller
class GuestThreadController {

    private static final String GONE = "tweetup/guest-gone";

    private final Guests guests;
    private final GuestLedger ledger;

    GuestThreadController(Guests guests, GuestLedger ledger) {
        this.guests = guests;
        this.ledger = ledger;
    }

    private static String gone(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return GONE;
    }

    @GetMapping("/rsvps/{token}/threads/{thread:\\d{1,18}}")
    String unread(@PathVariable String token, @PathVariable long thread, HttpServletResponse response) {
        Long guest = guests.link(token).guestId();
        return guest == null ? gone(response) : "redirect:" + ledger.firstUnread(guest, thread);
    }

    @PostMapping("/rsvps/{token}/threads/{thread:\\d{1,18}}/reading")
    String markRead(
            @PathVariable String token,
            @PathVariable long thread,
            @RequestParam(defaultValue = "") String last,
            HttpServletResponse response) {
        Long guest = guests.link(token).guestId();
        if (guest == null) {
            return gone(response);
        }
        ledger.markRead(guest, thread, last);
        return "redirect:/rsvps/" + token + "#conversations";
    }
}
