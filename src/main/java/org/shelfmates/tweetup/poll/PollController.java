package org.shelfmates.tweetup.poll;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.web.MovedException;
import org.shelfmates.web.PageKey;
import org.shelfmates.web.PublicPage;
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

/** The polls of a tweetup: how they stand, and answering them. */
@Controller
class PollController {

    private final Plans plans;
    private final Voting voting;
    private final PollPages pages;

    PollController(Plans plans, Voting voting, PollPages pages) {
        this.plans = plans;
        this.voting = voting;
        this.pages = pages;
    }

    /**
     * @param poll whose table is shown from a later page on
     * @param after the key of that page
     */
    @PublicPage
    @GetMapping("/tweetups/{id:\\d{1,18}}/{slug}/polls")
    String polls(
            @PathVariable long id,
            @PathVariable String slug,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @RequestParam(required = false) @Nullable Long poll,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Plans.Plan plan = plans.plan(id, viewer);
        if (!plan.path().endsWith("/" + slug)) {
            throw new MovedException(plan.path() + "/polls");
        }
        return show(plan, viewer, poll, PageKey.parse(after, 2), model);
    }

    private String show(
            Plans.Plan plan, @Nullable Viewer viewer, @Nullable Long turned, @Nullable PageKey after, Model model) {
        List<PollView> polls = pages.of(plan.id(), plan.state(), plan.zone(), viewer == null ? null : viewer.id());
        Map<Long, PollPages.People> people = new HashMap<>();
        for (PollView poll : polls) {
            boolean later = turned != null && turned == poll.id();
            people.put(poll.id(), pages.people(poll, viewer == null ? null : viewer.id(), later ? after : null));
        }
        model.addAttribute("plan", plan);
        model.addAttribute("polls", polls);
        model.addAttribute("people", people);
        model.addAttribute("turned", after == null ? null : turned);
        return "tweetup/poll/polls";
    }

    /** Without an address it is a librarian's answer, whose session may be over; {@link GuestVoteController} has the others. */
    @PostMapping(path = "/tweetups/{id:\\d{1,18}}/polls/{poll:\\d{1,18}}/votes", params = "!email")
    String vote(
            @PathVariable long id,
            @PathVariable long poll,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response) {
        if (viewer == null) {
            throw new AccessDeniedException("a guest gives an address"); // leads to the sign-in, and back to the form
        }
        Map<Long, Voice> voices = Voice.read(fields);
        Plans.Plan plan = plans.plan(id, viewer);
        if (voices.isEmpty()) {
            PollPages.find(pages.of(id, plan.state(), plan.zone(), null), poll);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", "poll.vote.none");
            return show(plan, viewer, null, null, model);
        }
        try {
            voting.vote(id, poll, viewer.id(), voices);
        } catch (PollClosedException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("problem", "poll.vote.closed");
            return show(plan, viewer, null, null, model);
        }
        return "redirect:" + plan.path() + "/polls?answered#poll-" + poll;
    }
}
