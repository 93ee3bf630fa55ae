package org.shelfmates.tweetup.poll;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.rsvp.GuestForm;
import org.shelfmates.tweetup.rsvp.GuestLimits;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.MovedException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answering a poll without an account: a page of its own, since forms are not for pages that are kept for strangers. */
@Controller
class GuestVoteController {

    private static final String FORM = "tweetup/poll/guest";
    private static final String ASKED = "tweetup/poll/guest-asked";

    private final Plans plans;
    private final PollPages pages;
    private final Ballots ballots;
    private final GuestLimits limits;

    GuestVoteController(Plans plans, PollPages pages, Ballots ballots, GuestLimits limits) {
        this.plans = plans;
        this.pages = pages;
        this.ballots = ballots;
        this.limits = limits;
    }

    private PollView load(Plans.Plan plan, long poll) {
        return PollPages.find(pages.of(plan.id(), plan.state(), plan.zone(), null), poll);
    }

    @GetMapping("/tweetups/{id:\\d{1,18}}/{slug}/polls/{poll:\\d{1,18}}/vote")
    String form(
            @PathVariable long id,
            @PathVariable String slug,
            @PathVariable long poll,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            Model model) {
        Plans.Plan plan = plans.plan(id, null);
        PollView asked = load(plan, poll);
        if (viewer != null || !asked.open()) {
            return "redirect:" + plan.path() + "/polls#poll-" + poll;
        }
        if (!plan.path().endsWith("/" + slug)) {
            throw new MovedException(plan.path() + "/polls/" + poll + "/vote");
        }
        model.addAttribute("plan", plan);
        model.addAttribute("poll", asked);
        model.addAttribute("guest", new GuestForm("", ""));
        return FORM;
    }

    /** A guest's answer comes with a name and an address; {@link PollController} has those of librarians. */
    @PostMapping(path = "/tweetups/{id:\\d{1,18}}/polls/{poll:\\d{1,18}}/votes", params = "email")
    String ask(
            @PathVariable long id,
            @PathVariable long poll,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @Valid @ModelAttribute("guest") GuestForm guest,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        BadRequestException.unless(viewer == null, "a guest's answer from somebody who is signed in");
        Map<Long, Voice> voices = Voice.read(fields);
        Plans.Plan plan = plans.plan(id, null);
        PollView asked = load(plan, poll);
        model.addAttribute("plan", plan);
        if (!voices.isEmpty() && !errors.hasErrors()) {
            String email = Objects.requireNonNull(guest.email());
            limits.take(request.getRemoteAddr(), email);
            try {
                ballots.ask(
                        id, poll, new Ballots.Sender(Objects.requireNonNull(guest.name()), email, language), voices);
                model.addAttribute("email", email);
                return ASKED;
            } catch (PollClosedException closed) {
                response.setStatus(HttpStatus.CONFLICT.value());
            }
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("poll", asked.answering(voices));
        model.addAttribute("none", voices.isEmpty());
        return FORM;
    }
}
