package org.shelfmates.tweetup;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.conversation.CommentForm;
import org.shelfmates.conversation.Conversations;
import org.shelfmates.conversation.Subject;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.Markdown;
import org.shelfmates.web.MovedException;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PageKey;
import org.shelfmates.web.PublicPage;
import org.shelfmates.web.RateLimits;
import org.shelfmates.web.Settings;
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

/** A tweetup's page, and what people do on it: answer and comment. */
@Controller
class TweetupController {

    private static final String PAGE = "tweetup/page";
    private static final int SLIP = 100;
    private static final int COMMENTS = 100;
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

    private static Subject subject(long id) {
        return new Subject("tweetup", id);
    }

    private TweetupPage load(long id, @Nullable Viewer viewer) {
        return pages.byId(id, viewer == null ? null : viewer.id()).orElseThrow(NotFoundException::new);
    }

    @PublicPage
    @GetMapping("/tweetups/{id:\\d{1,18}}")
    String atFullAddress(@PathVariable long id) {
        throw new MovedException(load(id, null).card().path());
    }

    /**
     * @param comments the key of a later page of the conversation
     * @param reply the comment that the viewer wants to answer
     */
    @PublicPage
    @GetMapping("/tweetups/{id:\\d{1,18}}/{slug}")
    String page(
            @PathVariable long id,
            @PathVariable String slug,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @RequestParam @Nullable String comments,
            @RequestParam @Nullable Long reply,
            Model model) {
        TweetupPage page = load(id, viewer);
        if (!page.card().slug().equals(slug)) {
            throw new MovedException(page.card().path());
        }
        model.addAttribute("form", new CommentForm("", viewer == null ? null : reply));
        return show(page, comments, model);
    }

    private String show(TweetupPage page, @Nullable String comments, Model model) {
        long id = page.card().id();
        TweetupPages.Slip slip = pages.slip(id, null, SLIP);
        Conversations.Reading reading = conversations.read(subject(id), comments, COMMENTS);
        CommentForm form = (CommentForm) model.getAttribute("form");
        if (form != null && form.parent() != null) {
            model.addAttribute(
                    "answered", conversations.author(subject(id), form.parent()).orElse(null));
        }
        model.addAttribute("tweetup", page);
        model.addAttribute("card", page.card());
        model.addAttribute("address", settings.absolute(page.card().path()));
        model.addAttribute("plan", markdown.html(page.plan()));
        model.addAttribute("slip", slip);
        model.addAttribute("maybe", page.maybe());
        model.addAttribute("moreAttendees", slip.next() != null);
        model.addAttribute("comments", reading.comments());
        model.addAttribute("later", comments != null);
        model.addAttribute("next", reading.next() == null ? null : page.card().path() + "?comments=" + reading.next());
        return PAGE;
    }

    @PublicPage
    @GetMapping("/tweetups/{id:\\d{1,18}}/{slug}/attendees")
    String attendees(
            @PathVariable long id, @PathVariable String slug, @RequestParam @Nullable String after, Model model) {
        TweetupPage page = load(id, null);
        if (!page.card().slug().equals(slug)) {
            throw new MovedException(page.card().path() + "/attendees");
        }
        TweetupPages.Slip slip = pages.slip(id, PageKey.parse(after, 3), SLIP);
        model.addAttribute("card", page.card());
        model.addAttribute("slip", slip);
        model.addAttribute("next", slip.next() == null ? null : page.card().path() + "/attendees?after=" + slip.next());
        model.addAttribute("first", after == null ? null : page.card().path() + "/attendees");
        return "tweetup/attendees";
    }

    @PostMapping("/tweetups/{id:\\d{1,18}}/rsvp")
    String rsvp(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("rsvp") RsvpForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (errors.hasErrors()) {
            model.addAttribute("form", new CommentForm("", null));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(load(id, viewer), null, model);
        }
        String slug = answering.answer(id, viewer.id(), form.chosen(), form.note());
        return "redirect:/tweetups/" + id + "/" + slug + "#rsvp";
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
        TweetupPage page = load(id, viewer);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(page, null, model);
        }
        if (preview != null) {
            model.addAttribute("preview", markdown.html(form.body()));
            return show(page, null, model);
        }
        limits.take("comment", viewer.handle(), POSTED, PER);
        long comment = conversations.post(subject(id), viewer.id(), form);
        return "redirect:" + page.card().path() + "?posted=" + comment + "#comment-" + comment;
    }
}
