package org.shelfmates.tweetup.rsvp;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.Answer;
import org.shelfmates.tweetup.GuestLedger;
import org.shelfmates.tweetup.GuestLink;
import org.shelfmates.tweetup.TweetupPage;
import org.shelfmates.tweetup.TweetupPages;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answers without an account: the form, the link that confirms, and the private page afterwards. */
@Controller
class GuestController {

    private static final String FORM = "tweetup/guest";
    private static final String ASKED = "tweetup/guest-asked";
    private static final String CONFIRM = "tweetup/guest-confirm";
    private static final String MANAGE = "tweetup/guest-manage";

    private final TweetupPages pages;
    private final GuestRsvps answers;
    private final Guests guests;
    private final GuestLedger ledger;
    private final GuestLimits limits;

    GuestController(TweetupPages pages, GuestRsvps answers, Guests guests, GuestLedger ledger, GuestLimits limits) {
        this.pages = pages;
        this.answers = answers;
        this.guests = guests;
        this.ledger = ledger;
        this.limits = limits;
    }

    private TweetupPage load(long id, @Nullable Long rsvp) {
        return pages.byId(id, null, rsvp).orElseThrow(NotFoundException::new);
    }

    private static void show(TweetupPage tweetup, Model model) {
        model.addAttribute("tweetup", tweetup);
        model.addAttribute("card", tweetup.card());
    }

    @GetMapping("/tweetups/{id:\\d{1,18}}/{slug}/rsvp")
    String form(
            @PathVariable long id,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String answer,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            Model model) {
        TweetupPage tweetup = load(id, null);
        if (viewer != null || !tweetup.open()) {
            return "redirect:" + tweetup.card().path() + "#rsvp";
        }
        show(tweetup, model);
        model.addAttribute("rsvp", RsvpForm.of(null).answering(answer));
        model.addAttribute("guest", new GuestForm("", ""));
        return FORM;
    }

    /** A guest's answer comes with a name and an address; one without is that of a librarian whose session is over. */
    @PostMapping(path = "/tweetups/{id:\\d{1,18}}/rsvp", params = "email")
    String ask(
            @PathVariable long id,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @Valid @ModelAttribute("rsvp") RsvpForm form,
            BindingResult errors,
            @Valid @ModelAttribute("guest") GuestForm guest,
            BindingResult guestErrors,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        TweetupPage tweetup = load(id, null);
        BadRequestException.unless(viewer == null, "a guest's answer from somebody who is signed in");
        show(tweetup, model);
        if (!errors.hasErrors() && !guestErrors.hasErrors()) {
            String email = Objects.requireNonNull(guest.email());
            limits.take(request.getRemoteAddr(), email);
            try {
                Wish wish = form.changing(Wish.of(Answer.NOT_GOING));
                answers.ask(id, Objects.requireNonNull(guest.name()), email, wish, language);
                model.addAttribute("email", email);
                model.addAttribute("holding", wish.answer() == Answer.GOING);
                model.addAttribute("minutes", Answering.HOLD.toMinutes());
                return ASKED;
            } catch (WishRefusedException refused) {
                errors.rejectValue(refused.field(), refused.code(), refused.words(), null);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return FORM;
    }

    /** Opening a link changes nothing: mail scanners do it too. */
    @GetMapping("/rsvps/{token}")
    String link(@PathVariable String token, @AuthenticationPrincipal @Nullable Viewer viewer, Model model) {
        GuestRsvps.Link link = answers.link(token);
        if (link.use() == GuestRsvps.Use.GONE || link.tweetupId() == null) {
            throw GuestLink.gone();
        }
        TweetupPage tweetup = load(link.tweetupId(), link.rsvpId());
        show(tweetup, model);
        model.addAttribute("token", token);
        if (link.use() == GuestRsvps.Use.CONFIRM) {
            return CONFIRM;
        }
        model.addAttribute("rsvp", RsvpForm.of(tweetup.mine()));
        ledger.show(Objects.requireNonNull(link.guestId()), model);
        return MANAGE;
    }

    @PostMapping("/rsvps/{token}/confirmation")
    String confirm(@PathVariable String token) {
        return "redirect:" + answers.confirm(token).orElseThrow(GuestLink::gone);
    }

    @PostMapping("/rsvps/{token}")
    String change(
            @PathVariable String token,
            @Valid @ModelAttribute("rsvp") RsvpForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        GuestRsvps.Link link = answers.link(token);
        if (link.use() != GuestRsvps.Use.MANAGE || link.rsvpId() == null || link.tweetupId() == null) {
            throw GuestLink.gone();
        }
        if (!errors.hasErrors()) {
            try {
                answers.change(link.rsvpId(), form::changing);
                return "redirect:/rsvps/" + token;
            } catch (WishRefusedException refused) {
                errors.rejectValue(refused.field(), refused.code(), refused.words(), null);
            }
        }
        show(load(link.tweetupId(), link.rsvpId()), model);
        model.addAttribute("token", token);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return MANAGE;
    }

    /** Takes the answers of a guest into the account of whoever is signed in, when the addresses are the same. */
    @PostMapping("/rsvps/{token}/claim")
    String claim(@PathVariable String token, @AuthenticationPrincipal Viewer viewer) {
        GuestRsvps.Link link = answers.link(token);
        if (link.rsvpId() == null || link.tweetupId() == null || !guests.claim(link.rsvpId(), viewer.id())) {
            throw new AccessDeniedException("another address");
        }
        return "redirect:" + load(link.tweetupId(), null).card().path() + "#rsvp";
    }
}
