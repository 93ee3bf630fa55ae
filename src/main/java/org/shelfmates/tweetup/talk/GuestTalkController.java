package org.shelfmates.tweetup.talk;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.conversation.CommentDeletedException;
import org.shelfmates.conversation.CommentForm;
import org.shelfmates.conversation.CommentLimits;
import org.shelfmates.conversation.Conversations;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.Tweetup;
import org.shelfmates.tweetup.rsvp.GuestForm;
import org.shelfmates.tweetup.rsvp.GuestLimits;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.Markdown;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.SmartValidator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.WebUtils;

/** Commenting without an account: a page of its own, since forms are not for pages that are kept for strangers. */
@Controller
class GuestTalkController {

    private static final String FORM = "tweetup/talk/guest";
    private static final String ASKED = "tweetup/talk/asked";

    private final Plans plans;
    private final Conversations conversations;
    private final GuestTalk talk;
    private final GuestBrowsers browsers;
    private final GuestLimits guestLimits;
    private final CommentLimits limits;
    private final Markdown markdown;
    private final SmartValidator validator;

    GuestTalkController(
            Plans plans,
            Conversations conversations,
            GuestTalk talk,
            GuestBrowsers browsers,
            GuestLimits guestLimits,
            CommentLimits limits,
            Markdown markdown,
            SmartValidator validator) {
        this.plans = plans;
        this.conversations = conversations;
        this.talk = talk;
        this.browsers = browsers;
        this.guestLimits = guestLimits;
        this.limits = limits;
        this.markdown = markdown;
        this.validator = validator;
    }

    private GuestBrowsers.@Nullable Known known(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, browsers.cookie());
        return browsers.known(cookie == null ? null : cookie.getValue()).orElse(null);
    }

    private String show(long id, CommentForm form, GuestBrowsers.@Nullable Known known, Model model) {
        model.addAttribute("plan", plans.plan(id, null));
        model.addAttribute("known", known);
        model.addAttribute("form", form);
        model.addAttribute(
                "answered",
                form.parent() == null
                        ? null
                        : conversations
                                .author(Tweetup.subject(id), form.parent(), null)
                                .orElse(null));
        return FORM;
    }

    @GetMapping("/tweetups/{id:\\d{1,18}}/{slug}/comments/new")
    String form(
            @PathVariable long id,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @RequestParam(required = false) @Nullable Long parent,
            HttpServletRequest request,
            Model model) {
        if (viewer != null) {
            String reply = parent == null ? "" : "?reply=" + parent;
            return "redirect:" + plans.plan(id, viewer).path() + reply + "#comment-form";
        }
        model.addAttribute("guest", new GuestForm("", ""));
        return show(id, new CommentForm("", parent), known(request), model);
    }

    /**
     * A guest's comment comes with a name and an address, which is empty where the browser is known; one without is that of
     * a librarian, whose session may be over.
     *
     * @param preview present when the comment is to be shown and not yet sent
     */
    @PostMapping(path = "/tweetups/{id:\\d{1,18}}/comments", params = "email")
    String comment(
            @PathVariable long id,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @Valid @ModelAttribute("form") CommentForm form,
            BindingResult errors,
            @ModelAttribute("guest") GuestForm guest,
            BindingResult guestErrors,
            @RequestParam @Nullable String preview,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        BadRequestException.unless(viewer == null, "a guest's comment from somebody who is signed in");
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        GuestBrowsers.Known known = known(request);
        if (known == null && preview == null) {
            validator.validate(guest, guestErrors);
        }
        if (errors.hasErrors() || guestErrors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(id, form, known, model);
        }
        if (preview != null) {
            model.addAttribute("preview", markdown.html(form.body()));
            return show(id, form, known, model);
        }
        try {
            return known == null
                    ? ask(id, form, guest, request, language, model)
                    : say(id, form, known, language, model);
        } catch (CommentDeletedException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("answeredDeleted", true);
            return show(id, form, known, model);
        }
    }

    private String ask(
            long id, CommentForm form, GuestForm guest, HttpServletRequest request, Locale language, Model model) {
        String email = Objects.requireNonNull(guest.email());
        model.addAttribute("plan", plans.plan(id, null));
        guestLimits.take(request.getRemoteAddr(), email);
        talk.ask(id, new GuestTalk.Sender(Objects.requireNonNull(guest.name()), email, language), form);
        model.addAttribute("email", email);
        return ASKED;
    }

    private String say(long id, CommentForm form, GuestBrowsers.Known known, Locale language, Model model) {
        Plans.Plan plan = plans.plan(id, null);
        limits.takeAsGuest(known.id());
        Optional<Long> comment = talk.say(id, known, language, form);
        model.addAttribute("plan", plan);
        return comment.map(said -> "redirect:/comments/" + said).orElse(GuestCommentController.HELD);
    }
}
