package org.shelfmates.tweetup.poll;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.shelfmates.tweetup.GuestLedger;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The conversations on the private page of a guest who answers polls. */
@Controller
class BallotThreadController {

    private static final String GONE = "tweetup/guest-gone";

    private final Ballots ballots;
    private final GuestLedger ledger;

    BallotThreadController(Ballots ballots, GuestLedger ledger) {
        this.ballots = ballots;
        this.ledger = ledger;
    }

    private static String gone(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return GONE;
    }

    @GetMapping("/votes/{token}/threads/{thread:\\d{1,18}}")
    String unread(@PathVariable String token, @PathVariable long thread, HttpServletResponse response) {
        return ballots.toManage(token)
                .map(mine -> "redirect:" + ledger.firstUnread(mine.guestId(), thread))
                .orElseGet(() -> gone(response));
    }

    @PostMapping("/votes/{token}/threads/{thread:\\d{1,18}}/reading")
    String markRead(
            @PathVariable String token,
            @PathVariable long thread,
            @RequestParam(defaultValue = "") String last,
            HttpServletResponse response) {
        Optional<Ballots.ToManage> mine = ballots.toManage(token);
        if (mine.isEmpty()) {
            return gone(response);
        }
        ledger.markRead(mine.get().guestId(), thread, last);
        return "redirect:/votes/" + token + "#conversations";
    }
}
