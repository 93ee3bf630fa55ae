package org.shelfmates.tweetup.appeal;

import jakarta.servlet.http.HttpServletResponse;
import org.shelfmates.account.Viewer;
import org.shelfmates.venue.appeal.NotAsItWasException;
import org.shelfmates.venue.appeal.SuggestedAlreadyException;
import org.shelfmates.venue.appeal.SuggestionLinks;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The link that confirms a guest's suggestion, and the private page that it is afterwards. */
@Controller
class SuggestionLinkController {

    private static final String LINK = "/suggestions/{token}";

    private final GuestSuggestions suggestions;
    private final SuggestionLinks links;

    SuggestionLinkController(GuestSuggestions suggestions, SuggestionLinks links) {
        this.suggestions = suggestions;
        this.links = links;
    }

    /** Opening a link changes nothing: mail scanners do it too. */
    @GetMapping(LINK)
    String link(@PathVariable String token, HttpServletResponse response, Model model) {
        SuggestionLinks.Target target = links.find(token);
        if (target.guestId() == null || target.held() && target.expired()) {
            response.setStatus(HttpStatus.GONE.value());
        }
        return show(token, target, model);
    }

    private static String show(String token, SuggestionLinks.Target target, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("target", target);
        return "venue/appeal/link";
    }

    @PostMapping(LINK + "/confirmation")
    String confirm(@PathVariable String token, HttpServletResponse response, Model model) {
        SuggestionLinks.Target target = links.find(token);
        if (target.held() && target.expired()) {
            response.setStatus(HttpStatus.GONE.value());
            return show(token, target, model);
        }
        try {
            suggestions.confirm(target);
        } catch (SuggestedAlreadyException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("already", true);
            return show(token, target, model);
        } catch (NotAsItWasException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(token, links.find(token), model);
        }
        return "redirect:/suggestions/" + token;
    }

    @PostMapping(LINK + "/withdrawal")
    String withdraw(@PathVariable String token, HttpServletResponse response, Model model) {
        SuggestionLinks.Target target = links.find(token);
        if (target.guestId() == null) {
            response.setStatus(HttpStatus.GONE.value());
            return show(token, target, model);
        }
        try {
            suggestions.withdraw(target);
        } catch (NotAsItWasException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(token, links.find(token), model);
        }
        return "redirect:/suggestions/" + token;
    }

    @PostMapping(LINK + "/claim")
    String claim(@PathVariable String token, @AuthenticationPrincipal Viewer viewer) {
        String path = links.find(token).path();
        if (!suggestions.claim(token, viewer.id())) {
            throw new AccessDeniedException("another address");
        }
        return "redirect:" + path;
    }
}
