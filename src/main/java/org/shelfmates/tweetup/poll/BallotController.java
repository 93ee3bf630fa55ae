package org.shelfmates.tweetup.poll;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.GuestLink;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.rsvp.GuestRsvps;
import org.shelfmates.tweetup.rsvp.Guests;
import org.shelfmates.tweetup.rsvp.WishRefusedException;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The links in the mails to guests who answer polls: the one that confirms, and the private page afterwards. */
@Controller
class BallotController {

    private static final String MANAGE = "tweetup/poll/guest-manage";
    private static final int TIMES = 60;
    private static final Duration PER = Duration.ofHours(1);

    private final Ballots ballots;
    private final Voting voting;
    private final Guests guests;
    private final GuestRsvps answers;
    private final Plans plans;
    private final GuestPage page;
    private final RateLimits limits;

    BallotController(
            Ballots ballots,
            Voting voting,
            Guests guests,
            GuestRsvps answers,
            Plans plans,
            GuestPage page,
            RateLimits limits) {
        this.ballots = ballots;
        this.voting = voting;
        this.guests = guests;
        this.answers = answers;
        this.plans = plans;
        this.page = page;
        this.limits = limits;
    }

    /** Opening a link changes nothing: mail scanners do it too. */
    @GetMapping("/votes/{token}")
    String link(@PathVariable String token, Model model) {
        model.addAttribute("token", token);
        Optional<Ballots.ToConfirm> ballot = ballots.toConfirm(token);
        if (ballot.isPresent()) {
            model.addAttribute("plan", plans.plan(ballot.get().tweetupId(), null));
            return "tweetup/poll/guest-confirm";
        }
        Ballots.ToManage mine = ballots.toManage(token).orElseThrow(GuestLink::gone);
        page.show(mine, null, model);
        return MANAGE;
    }

    @PostMapping("/votes/{token}/confirmation")
    String confirm(@PathVariable String token) {
        return "redirect:" + ballots.confirm(token).orElseThrow(GuestLink::gone);
    }

    @PostMapping("/votes/{token}/polls/{poll:\\d{1,18}}")
    String change(
            @PathVariable String token,
            @PathVariable long poll,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        Map<Long, Voice> voices = Voice.read(fields);
        Ballots.ToManage mine = ballots.toManage(token).orElseThrow(GuestLink::gone);
        String problem = "poll.vote.none";
        if (!voices.isEmpty()) {
            try {
                voting.voteAsGuest(mine.tweetupId(), poll, mine.guestId(), voices);
                return "redirect:/votes/" + token + "?answered";
            } catch (PollClosedException closed) {
                problem = "poll.vote.closed";
            }
        }
        response.setStatus((voices.isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT).value());
        model.addAttribute("token", token);
        page.show(mine, problem, model);
        return MANAGE;
    }

    /**
     * Answers the invitation in one click, since the address is proved, and leads to the private page of that answer.
     *
     * @param answer {@code going} or {@code not-going}; nothing to look at the answer that there is
     */
    @PostMapping("/votes/{token}/rsvp")
    String answer(@PathVariable String token, @RequestParam(defaultValue = "") String answer) {
        Ballots.ToManage mine = ballots.toManage(token).orElseThrow(GuestLink::gone);
        BadRequestException.unless(List.of("", "going", "not-going").contains(answer), "no answer in one click");
        long tweetup = mine.tweetupId();
        long guest = mine.guestId();
        limits.take("guest-page", Long.toString(guest), TIMES, PER);
        if (answer.isEmpty()) {
            return "redirect:" + answers.page(tweetup, guest).orElse("/votes/" + token);
        }
        try {
            return "redirect:" + answers.answer(tweetup, guest, answer.equals("going"));
        } catch (WishRefusedException refused) {
            // it has parts to choose from, which the guests' form asks for
            return "redirect:" + plans.plan(tweetup, null).path() + "/rsvp?answer=" + answer;
        }
    }

    /** Takes all that a guest said into the account of whoever is signed in, when the addresses are the same. */
    @PostMapping("/votes/{token}/claim")
    String claim(@PathVariable String token, @AuthenticationPrincipal Viewer viewer) {
        Ballots.ToManage mine = ballots.toManage(token).orElseThrow(GuestLink::gone);
        if (!guests.claimAll(mine.guestId(), viewer.id())) {
            throw new AccessDeniedException("another address");
        }
        return "redirect:" + plans.plan(mine.tweetupId(), viewer).path() + "/polls";
    }
}
