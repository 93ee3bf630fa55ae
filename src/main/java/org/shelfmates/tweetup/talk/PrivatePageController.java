package org.shelfmates.tweetup.talk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.Level;
import org.shelfmates.conversation.edit.Deleting;
import org.shelfmates.conversation.edit.DeletionPage;
import org.shelfmates.conversation.edit.EditForm;
import org.shelfmates.conversation.edit.EditPage;
import org.shelfmates.conversation.ledger.Owner;
import org.shelfmates.tweetup.GuestLedger;
import org.shelfmates.tweetup.PrivatePage;
import org.shelfmates.web.NotFoundException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The conversations on the private pages of guests, and what they said in them, whatever the page is of. */
@Controller
class PrivatePageController {

    private static final String GONE = "tweetup/guest-gone";
    private static final String THREAD = "/{token}/threads/{thread:\\d{1,18}}";
    private static final String COMMENT = "/{token}/comments/{id:\\d{1,18}}";

    private final Map<String, PrivatePage> kinds;
    private final GuestLedger ledger;
    private final EditPage edit;
    private final DeletionPage deletion;
    private final Deleting deleting;

    PrivatePageController(
            List<PrivatePage> kinds, GuestLedger ledger, EditPage edit, DeletionPage deletion, Deleting deleting) {
        this.kinds = kinds.stream().collect(Collectors.toMap(PrivatePage::kind, Function.identity()));
        this.ledger = ledger;
        this.edit = edit;
        this.deletion = deletion;
        this.deleting = deleting;
    }

    /** Whose page it is, and its address. */
    private record Mine(long guest, String path) {

        EditPage.Editor editor(long comment) {
            return new EditPage.Editor(Owner.guest(guest), path + "/comments/" + comment, path + "#said");
        }
    }

    private String with(
            String token, HttpServletRequest request, HttpServletResponse response, Function<Mine, String> act) {
        String kind = request.getRequestURI()
                .substring(request.getContextPath().length())
                .split("/")[1];
        Optional<Long> guest = Objects.requireNonNull(kinds.get(kind), kind).guest(token);
        if (guest.isEmpty()) {
            response.setStatus(HttpStatus.GONE.value());
            return GONE;
        }
        try {
            return act.apply(new Mine(guest.get(), "/" + kind + "/" + token));
        } catch (AccessDeniedException e) {
            throw new NotFoundException(); // to sign in, as strangers are asked to, would not make it theirs
        }
    }

    /** Opening a link changes nothing: mail scanners do it too. */
    @GetMapping({"/rsvps" + THREAD, "/votes" + THREAD, "/guest-comments" + THREAD})
    String unread(
            @PathVariable String token,
            @PathVariable long thread,
            HttpServletRequest request,
            HttpServletResponse response) {
        return with(token, request, response, mine -> "redirect:" + ledger.firstUnread(mine.guest(), thread));
    }

    @PostMapping({
        "/rsvps" + THREAD + "/reading",
        "/votes" + THREAD + "/reading",
        "/guest-comments" + THREAD + "/reading"
    })
    String markRead(
            @PathVariable String token,
            @PathVariable long thread,
            @RequestParam(defaultValue = "") String last,
            HttpServletRequest request,
            HttpServletResponse response) {
        return with(token, request, response, mine -> {
            ledger.markRead(mine.guest(), thread, last);
            return "redirect:" + mine.path() + "#conversations";
        });
    }

    @PostMapping({
        "/rsvps" + THREAD + "/subscription",
        "/votes" + THREAD + "/subscription",
        "/guest-comments" + THREAD + "/subscription"
    })
    String tellOf(
            @PathVariable String token,
            @PathVariable long thread,
            @RequestParam(defaultValue = "") String level,
            HttpServletRequest request,
            HttpServletResponse response) {
        return with(token, request, response, mine -> {
            ledger.tellOf(mine.guest(), thread, Level.of(level));
            return "redirect:" + mine.path() + "#conversations";
        });
    }

    @PostMapping({
        "/rsvps" + THREAD + "/subscription/withdrawal",
        "/votes" + THREAD + "/subscription/withdrawal",
        "/guest-comments" + THREAD + "/subscription/withdrawal"
    })
    String leave(
            @PathVariable String token,
            @PathVariable long thread,
            HttpServletRequest request,
            HttpServletResponse response) {
        return with(token, request, response, mine -> {
            ledger.leave(mine.guest(), thread);
            return "redirect:" + mine.path() + "#conversations";
        });
    }

    @GetMapping({"/rsvps" + COMMENT + "/edit", "/votes" + COMMENT + "/edit", "/guest-comments" + COMMENT + "/edit"})
    String form(
            @PathVariable String token,
            @PathVariable long id,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return with(token, request, response, mine -> edit.form(id, mine.editor(id), model, response));
    }

    /** @param preview present when it is to be shown and not yet saved */
    @PostMapping({"/rsvps" + COMMENT + "/edit", "/votes" + COMMENT + "/edit", "/guest-comments" + COMMENT + "/edit"})
    String edit(
            @PathVariable String token,
            @PathVariable long id,
            @Valid @ModelAttribute("form") EditForm form,
            BindingResult errors,
            @RequestParam @Nullable String preview,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return with(
                token,
                request,
                response,
                mine -> edit.edit(id, mine.editor(id), form, errors, preview != null, model, response));
    }

    @GetMapping({
        "/rsvps" + COMMENT + "/deletion",
        "/votes" + COMMENT + "/deletion",
        "/guest-comments" + COMMENT + "/deletion"
    })
    String askToDelete(
            @PathVariable String token,
            @PathVariable long id,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return with(
                token,
                request,
                response,
                mine -> deletion.ask(
                        id, Owner.guest(mine.guest()), mine.editor(id).base(), model));
    }

    @PostMapping({
        "/rsvps" + COMMENT + "/deletion",
        "/votes" + COMMENT + "/deletion",
        "/guest-comments" + COMMENT + "/deletion"
    })
    String delete(
            @PathVariable String token,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response) {
        return with(token, request, response, mine -> {
            deleting.delete(id, Owner.guest(mine.guest()));
            return "redirect:" + mine.path() + "#said";
        });
    }
}
