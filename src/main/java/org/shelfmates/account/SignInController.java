package org.shelfmates.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInController {

    /** Where Spring Security forwards a refused sign-in. */
    static final String REFUSED = "/sign-in/refused";

    @GetMapping("/sign-in")
    String form(@AuthenticationPrincipal @Nullable Viewer viewer, @RequestParam @Nullable String next, Model model) {
        if (viewer != null) {
            return "redirect:" + OwnPath.or("/me", next);
        }
        model.addAttribute("next", OwnPath.or("", next));
        return "account/sign-in";
    }

    @PostMapping(REFUSED)
    String refused(
            @RequestAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) Exception reason,
            @RequestParam(defaultValue = "") String username,
            @RequestParam @Nullable String next,
            Model model,
            HttpServletResponse response) {
        boolean tooOften = reason instanceof LockedException;
        response.setStatus(tooOften ? HttpStatus.TOO_MANY_REQUESTS.value() : HttpStatus.UNAUTHORIZED.value());
        model.addAttribute("refused", tooOften ? "sign-in.too-often" : "sign-in.refused");
        model.addAttribute("username", username);
        model.addAttribute("next", OwnPath.or("", next));
        return "account/sign-in";
    }

    @GetMapping(KeptForm.PATH)
    String resume(HttpServletRequest request, Model model) {
        KeptForm form = KeptForm.of(request.getSession());
        if (form == null) {
            return "redirect:/me";
        }
        model.addAttribute("kept", form);
        return "account/resume";
    }

    /** Goes on as if it had come to the address that it was first sent to; a second time there is nothing to send. */
    @PostMapping(KeptForm.PATH)
    String send(HttpServletRequest request) {
        KeptForm form = KeptForm.of(request.getSession());
        KeptForm.forget(request.getSession());
        return form == null ? "redirect:/me" : "forward:" + form.path();
    }
}
