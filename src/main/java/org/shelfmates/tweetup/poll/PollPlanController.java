package org.shelfmates.tweetup.poll;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.LocalTimes;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What planners do with polls: open them and add options. */
@Controller
class PollPlanController {

    private static final String POLLS = "/tweetups/{id:\\d{1,18}}/polls";
    private static final String POLL = POLLS + "/{poll:\\d{1,18}}";
    private static final String FORM = "tweetup/poll/form";
    private static final int OPENED = 20;
    private static final int LONGEST_NAME = 120;
    private static final Duration PER = Duration.ofHours(1);

    private final Plans plans;
    private final Polling polling;
    private final PollPages pages;
    private final VenueOffers offers;
    private final RateLimits limits;
    private final Clock clock;

    PollPlanController(
            Plans plans, Polling polling, PollPages pages, VenueOffers offers, RateLimits limits, Clock clock) {
        this.plans = plans;
        this.polling = polling;
        this.pages = pages;
        this.offers = offers;
        this.limits = limits;
        this.clock = clock;
    }

    private Plans.Plan planOf(long id, Viewer viewer) {
        return plans.plan(id, viewer).forPlanner();
    }

    private PollView pollOf(Plans.Plan plan, long poll) {
        return PollPages.find(pages.of(plan.id(), plan.state(), plan.zone(), null), poll);
    }

    /** @param kind {@code date} or {@code venue} */
    @GetMapping("/tweetups/{id:\\d{1,18}}/polls/new")
    String form(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "date") String kind,
            Model model) {
        return form(planOf(id, viewer), Kind.of(kind), null, PollForm.empty(), List.of(), model);
    }

    /** What venues are looked for by their name, also in a form that is shown again. */
    @ModelAttribute("q")
    String looked(@RequestParam(defaultValue = "") String q) {
        String name = q.strip();
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    @GetMapping(POLL + "/options")
    String form(@PathVariable long id, @PathVariable long poll, @AuthenticationPrincipal Viewer viewer, Model model) {
        Plans.Plan plan = planOf(id, viewer);
        PollView asked = pollOf(plan, poll);
        return form(plan, asked.kind(), asked, PollForm.ofOne(), List.of(), model);
    }

    /**
     * @param poll that gets another option, or null for a new one
     * @param known the directory's venues that are ticked already
     */
    private String form(
            Plans.Plan plan,
            Kind kind,
            @Nullable PollView poll,
            @Nullable PollForm form,
            List<Draft> known,
            Model model) {
        if (form != null) {
            model.addAttribute("form", form);
        }
        model.addAttribute("plan", plan);
        model.addAttribute("kind", kind);
        model.addAttribute("poll", poll);
        if (kind == Kind.VENUE) {
            String name = Objects.toString(model.getAttribute("q"), "");
            List<Long> ticked =
                    known.stream().map(Draft::venueId).filter(Objects::nonNull).toList();
            model.addAttribute("ticked", ticked);
            model.addAttribute("offers", offers.of(plan.id(), name, ticked));
        }
        return FORM;
    }

    /** @param more present when the form is to have more rows and is not sent yet */
    @PostMapping(POLLS)
    String open(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") PollForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "date") String kind,
            @RequestParam(required = false) @Nullable String more,
            @RequestParam(required = false) @Nullable List<String> venues,
            Model model,
            HttpServletResponse response) {
        Plans.Plan plan = planOf(id, viewer);
        Kind asked = Kind.of(kind);
        List<Draft> known = known(plan, asked, venues);
        if (more != null || form.options().isEmpty()) {
            return form(plan, asked, null, form.longer(), known, model);
        }
        Instant now = clock.instant();
        List<Draft> options = with(
                known,
                new OptionReader(asked, plan.zone(), now, same(known), errors)
                        .read(form, Math.max(0, OptionReader.LEAST - known.size())));
        Instant closes = form.closes().isEmpty() ? null : LocalTimes.read("closes", form.closes(), plan.zone(), errors);
        if (closes != null && !closes.isAfter(now)) {
            errors.rejectValue("closes", "poll.closes.past");
        } else if (closes != null && LocalTimes.far(closes, now)) {
            errors.rejectValue("closes", "poll.closes.far");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(plan, asked, null, null, known, model);
        }
        BadRequestException.unless(options.size() <= OptionReader.MOST, "too many options");
        limits.take("poll", viewer.handle(), OPENED, PER);
        polling.open(id, viewer.id(), asked, options, closes);
        return "redirect:" + plan.path() + "/polls";
    }

    @PostMapping(POLL + "/options")
    String add(
            @PathVariable long id,
            @PathVariable long poll,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") PollForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable List<String> venues,
            Model model,
            HttpServletResponse response) {
        Plans.Plan plan = planOf(id, viewer);
        PollView asked = pollOf(plan, poll);
        List<Object> before = pages.same(asked);
        List<Draft> known = known(plan, asked.kind(), venues);
        if (form.options().isEmpty()) {
            return form(plan, asked.kind(), asked, PollForm.ofOne(), known, model);
        }
        var reader = new OptionReader(asked.kind(), plan.zone(), clock.instant(), with(before, same(known)), errors);
        List<Draft> options = with(known, reader.read(form, venues == null ? 1 : 0));
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(plan, asked.kind(), asked, null, known, model);
        }
        polling.add(id, viewer.id(), poll, options);
        return "redirect:" + plan.path() + "/polls#poll-" + poll;
    }

    /** The directory's venues that are ticked, which stay so in a form that is refused. */
    private List<Draft> known(Plans.Plan plan, Kind kind, @Nullable List<String> venues) {
        List<String> ticked = venues == null ? List.of() : venues;
        BadRequestException.unless(kind == Kind.VENUE || ticked.isEmpty(), "venues are no dates");
        return offers.drafts(plan.id(), ticked);
    }

    private static List<Object> same(List<Draft> drafts) {
        return drafts.stream().map(Draft::same).toList();
    }

    private static <T> List<T> with(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
