package org.shelfmates.tweetup.talk;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.GuestLedger;
import org.shelfmates.tweetup.Plans;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.WebUtils;

/** The link that confirms a guest's comment, and the browser in which it was opened. */
@Controller
class GuestCommentController {

    static final String HELD = "tweetup/talk/held";
    private static final String LINK = "tweetup/talk/link";
    private static final String GONE = "tweetup/guest-gone";
    private static final String MINE = "tweetup/talk/mine";

    private final GuestTalk talk;
    private final GuestCommentLinks links;
    private final GuestBrowsers browsers;
    private final GuestLedger ledger;
    private final Plans plans;

    GuestCommentController(
            GuestTalk talk, GuestCommentLinks links, GuestBrowsers browsers, GuestLedger ledger, Plans plans) {
        this.ledger = ledger;
        this.talk = talk;
        this.links = links;
        this.browsers = browsers;
        this.plans = plans;
    }

    /** Opening a link changes nothing: mail scanners do it too. Once it has confirmed it is the guest's private page. */
    @GetMapping("/guest-comments/{token}")
    String link(@PathVariable String token, HttpServletResponse response, Model model) {
        return show(token, response, model);
    }

    private String show(String token, HttpServletResponse response, Model model) {
        GuestCommentLinks.Target target = links.find(token);
        model.addAttribute("plan", plans.plan(target.tweetupId(), null));
        model.addAttribute("token", token);
        if (target.mine()) {
            ledger.show(target.guestId(), model);
            return MINE;
        }
        if (!target.good()) {
            response.setStatus(HttpStatus.GONE.value());
        }
        model.addAttribute("good", target.good());
        return LINK;
    }

    /** @param remember present when later comments from this browser shall need no mail */
    @PostMapping("/guest-comments/{token}/confirmation")
    String confirm(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String remember,
            HttpServletResponse response,
            Model model) {
        Optional<GuestTalk.Confirmed> confirmed = talk.confirm(token);
        if (confirmed.isEmpty()) {
            response.setStatus(HttpStatus.GONE.value());
            return GONE;
        }
        if (remember.equals("true") && !confirmed.get().claimed()) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    browsers.remember(confirmed.get().guestId()).toString());
        }
        Long comment = confirmed.get().commentId();
        model.addAttribute("plan", plans.plan(confirmed.get().tweetupId(), null));
        return comment == null ? HELD : "redirect:/comments/" + comment;
    }

    @PostMapping("/guest-comments/{token}/claim")
    String claim(@PathVariable String token, @AuthenticationPrincipal Viewer viewer) {
        GuestCommentLinks.Target target = links.find(token);
        if (!talk.claim(token, viewer.id())) {
            throw new AccessDeniedException("another address");
        }
        return "redirect:" + plans.plan(target.tweetupId(), viewer).path() + "#conversation";
    }

    /** Somebody else sits here now. */
    @PostMapping("/tweetups/{id:\\d{1,18}}/guest/withdrawal")
    String forget(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) {
        Plans.Plan plan = plans.plan(id, null);
        Cookie cookie = WebUtils.getCookie(request, browsers.cookie());
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                browsers.forget(cookie == null ? null : cookie.getValue()).toString());
        return "redirect:" + plan.path() + "/comments/new";
    }
}
