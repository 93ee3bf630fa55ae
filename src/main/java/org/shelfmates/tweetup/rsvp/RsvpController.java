package org.shelfmates.tweetup.rsvp;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.conversation.CommentForm;
import org.shelfmates.conversation.CommentLimits;
import org.shelfmates.conversation.Conversations;
import org.shelfmates.tweetup.Tweetup;
import org.shelfmates.tweetup.TweetupPage;
import org.shelfmates.tweetup.TweetupPages;
import org.shelfmates.tweetup.TweetupView;
import org.shelfmates.web.MovedException;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PageKey;
import org.shelfmates.web.PublicPage;
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

/** Librarians' answers to a tweetup, and everybody's. */
@Controller
class RsvpController {

    private final TweetupPages pages;
    private final TweetupView view;
    private final Slips slips;
    private final Answering answering;
    private final Conversations conversations;
    private final CommentLimits limits;

    RsvpController(
            TweetupPages pages,
            TweetupView view,
            Slips slips,
            Answering answering,
            Conversations conversations,
            CommentLimits limits) {
        this.pages = pages;
        this.view = view;
        this.slips = slips;
        this.answering = answering;
        this.conversations = conversations;
        this.limits = limits;
    }

    @PublicPage
    @GetMapping("/tweetups/{id:\\d{1,18}}/{slug}/attendees")
    String attendees(
            @PathVariable long id,
            @PathVariable String slug,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        TweetupPage page = pages.byId(id, null).orElseThrow(NotFoundException::new);
        if (!page.card().slug().equals(slug)) {
            throw new MovedException(page.card().path() + "/attendees");
        }
        Slip slip = slips.read(page, viewer == null ? null : viewer.id(), PageKey.parse(after, 3));
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
                    limits.take(viewer.handle());
                    conversations.post(
                            Tweetup.subject(id), viewer.id(), new CommentForm(form.question(), null, "true"));
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
        view.show(id, viewer, new CommentForm("", null), model);
        return TweetupView.PAGE;
    }
}
