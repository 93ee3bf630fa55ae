package org.shelfmates.tweetup;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.conversation.CommentForm;
import org.shelfmates.conversation.Conversations;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.Markdown;
import org.shelfmates.web.MovedException;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PageKey;
import org.shelfmates.web.PublicPage;
import org.shelfmates.web.RateLimits;
import org.shelfmates.web.Settings;
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

/** A tweetup's page, and what people do on it: answer and comment. */
@Controller
class TweetupController {

    private static final String PAGE = "tweetup/page";
    private static final int POSTED = 120;
    private static final Duration PER = Duration.ofHours(1);

    private final TweetupPages pages;
    private final Answering answering;
    private final Conversations conversations;
    private final Markdown markdown;
    private final RateLimits limits;
    private final Settings settings;

    TweetupController(
            TweetupPages pages,
            Answering answering,
            Conversations conversations,
            Markdown markdown,
            RateLimits limits,
            Settings settings) {
        this.pages = pages;
        this.answering = answering;
        this.conversations = conversations;
        this.markdown = markdown;
        this.limits = limits;
        this.settings = settings;
    }

    private TweetupPage load(long id) {
        return pages.byId(id, null).orElseThrow(NotFoundException::new);
    }

    @PublicPage
    @GetMapping("/tweetups/{id:\\d{1,18}}")
    String atFullAddress(@PathVariable long id) {
        throw new MovedException(load(id).card().path());
    }

    /**
     * @param comments the key of a later page of the conversation
     * @param reply the comment that the viewer wants to answer, if need be after signing in
     */
    @PublicPage
    @GetMapping("/tweetups/{id:\\d{1,18}}/{slug}")
    String page(
            @PathVariable long id,
            @PathVariable String slug,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @RequestParam(required = false) @Nullable String comments,
            @RequestParam(required = false) @Nullable Long reply,
            Model model) {
        TweetupCard card = show(id, viewer, comments, new CommentForm("", reply), model);
        if (!card.slug().equals(slug)) {
            throw new MovedException(card.path());
        }
        return PAGE;
    }

    private TweetupCard show(
            long id, @Nullable Viewer viewer, @Nullable String comments, CommentForm form, Model model) {
        TweetupPages.Whole whole = pages.whole(id, viewer == null ? null : viewer.id(), comments, form.parent())
                .orElseThrow(NotFoundException::new);
        TweetupCard card = whole.tweetup().card();
        PageKey next = whole.conversation().next();
        model.addAllAttributes(whole.parts());
        model.addAttribute("form", form);
        model.addAttribute("answered", whole.answered());
        model.addAttribute("tweetup", whole.tweetup());
        if (!model.containsAttribute("rsvp")) {
            model.addAttribute("rsvp", RsvpForm.of(whole.tweetup().mine()));
        }
        model.addAttribute("card", card);
        model.addAttribute("address", settings.absolute(card.path()));
        model.addAttribute("plan", markdown.html(whole.tweetup().plan()));
        model.addAttribute("slip", whole.slip());
        model.addAttribute("maybe", whole.tweetup().maybe());
        model.addAttribute("moreAttendees", whole.slip().next() != null);
        model.addAttribute("comments", whole.conversation().comments());
        model.addAttribute("later", comments != null);
        model.addAttribute("next", next == null ? null : card.path() + "?comments=" + next);
        return card;
    }

    @PublicPage
    @GetMapping("/tweetups/{id:\\d{1,18}}/{slug}/attendees")
    String attendees(
            @PathVariable long id,
            @PathVariable String slug,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        TweetupPage page = load(id);
        if (!page.card().slug().equals(slug)) {
            throw new MovedException(page.card().path() + "/attendees");
        }
        TweetupPages.Slip slip =
                pages.slip(id, viewer == null ? Visibility.EVERYONE : Visibility.MEMBERS, PageKey.parse(after, 3));
        model.addAttribute("card", page.card());
        model.addAttribute("slip", slip);
        model.addAttribute("next", slip.next() == null ? null : page.card().path() + "/attendees?after=" + slip.next());
        model.addAttribute("first", after == null ? null : page.card().path() + "/attendees");
        return "tweetup/attendees";
    }

    @PostMapping(path = "/tweetups/{id:\\d{1,18}}/rsvp", params = "!email")
    String rsvp(
            @PathVariable long id,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @Valid @ModelAttribute("rsvp") RsvpForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (viewer == null) {
            throw new AccessDeniedException("a guest gives an address"); // leads to the sign-in, and back to the form
        }
        if (!errors.hasErrors()) {
            try {
                String slug = answering.answer(id, viewer.id(), form::changing);
                if (form.asks()) {
                    limits.take("comment", viewer.handle(), POSTED, PER);
                    conversations.post(Tweetup.subject(id), viewer.id(), new CommentForm(form.question(), null));
                }
                return "redirect:/tweetups/" + id + "/" + slug + "#rsvp";
            } catch (AnswersClosedException e) {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("refused", true);
            } catch (WishRefusedException refused) {
                errors.rejectValue(refused.field(), refused.code(), refused.words(), null);
            }
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        show(id, viewer, null, new CommentForm("", null), model);
        return PAGE;
    }

    /** @param preview present when the comment is to be shown and not yet posted */
    @PostMapping("/tweetups/{id:\\d{1,18}}/comments")
    String comment(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") CommentForm form,
            BindingResult errors,
            @RequestParam @Nullable String preview,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else if (preview != null) {
            model.addAttribute("preview", markdown.html(form.body()));
        }
        if (errors.hasErrors() || preview != null) {
            show(id, viewer, null, form, model);
            return PAGE;
        }
        TweetupCard card = load(id).card();
        limits.take("comment", viewer.handle(), POSTED, PER);
        long comment = conversations.post(Tweetup.subject(id), viewer.id(), form);
        return "redirect:" + card.path() + "?posted=" + comment + "#comment-" + comment;
    }
}
