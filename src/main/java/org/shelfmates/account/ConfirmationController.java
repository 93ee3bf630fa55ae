package org.shelfmates.account;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.shelfmates.web.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Confirms an address by the link in a mail, and asks for another mail. */
@Controller
class ConfirmationController {

    private static final int MAILS = 5;

    private final EmailConfirmations confirmations;
    private final RateLimits limits;

    ConfirmationController(EmailConfirmations confirmations, RateLimits limits) {
        this.confirmations = confirmations;
        this.limits = limits;
    }

    /** Mail scanners open links, so opening one changes nothing. */
    @GetMapping("/confirmations/{token}")
    String confirmation(@PathVariable String token, Model model) {
        model.addAttribute("token", token);
        return "account/confirmation";
    }

    @PostMapping("/confirmations/{token}")
    String confirm(@PathVariable String token, Model model, HttpServletResponse response) {
        boolean good = confirmations.confirm(token);
        if (!good) {
            response.setStatus(HttpStatus.GONE.value());
        }
        model.addAttribute("good", good);
        return "account/confirmed";
    }

    @PostMapping("/me/confirmation")
    String askAgain(@AuthenticationPrincipal Viewer viewer) {
        limits.take("confirmation", viewer.handle(), MAILS, Duration.ofHours(1));
        confirmations.askAgain(viewer.id());
        return "redirect:/me?sent";
    }
}
