package org.shelfmates.librarian;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.HandleTakenException;
import org.shelfmates.account.OwnPath;
import org.shelfmates.account.Registration;
import org.shelfmates.account.Viewer;
import org.shelfmates.place.PlaceChoice;
import org.shelfmates.place.Places;
import org.shelfmates.web.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignUpController {

    /** Generous to a library whose readers share one address, and to an address mistyped twice. */
    private static final int FROM_A_NETWORK = 500;

    private static final int FOR_AN_ADDRESS = 5;
    private static final Duration PER = Duration.ofHours(1);

    private final SignUp signUp;
    private final Registration registration;
    private final Places places;
    private final RateLimits limits;

    SignUpController(SignUp signUp, Registration registration, Places places, RateLimits limits) {
        this.signUp = signUp;
        this.registration = registration;
        this.places = places;
        this.limits = limits;
    }

    @GetMapping("/sign-up")
    String form(
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @RequestParam(defaultValue = "") String next,
            Model model) {
        if (viewer != null) {
            return "redirect:" + OwnPath.or("/me", next);
        }
        model.addAttribute("next", OwnPath.or("", next));
        model.addAttribute("form", SignUpForm.blank());
        return "librarian/sign-up";
    }

    @PostMapping("/sign-up")
    String signUp(
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @Valid @ModelAttribute("form") SignUpForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String next,
            Locale language,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException {
        if (viewer != null) {
            return "redirect:/me";
        }
        model.addAttribute("next", OwnPath.or("", next));
        PlaceChoice home = places.choose(form.place(), form.placeName(), errors);
        model.addAttribute("choices", home.choices());
        check(form, errors);
        if (!errors.hasErrors()) {
            limits.take("sign-up-from", request.getRemoteAddr(), FROM_A_NETWORK, PER);
            limits.take("sign-up", form.email().toLowerCase(Locale.ROOT), FOR_AN_ADDRESS, PER);
            try {
                signUp.join(form, java.util.Objects.requireNonNull(home.chosen()));
                if (request.getSession(false) != null) {
                    request.changeSessionId();
                }
                request.login(form.handle(), form.password());
                return "redirect:" + OwnPath.or("/me?welcome", next);
            } catch (HandleTakenException e) {
                errors.rejectValue("handle", "sign-up.handle.taken");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "librarian/sign-up";
    }

    private void check(SignUpForm form, BindingResult errors) {
        if (!errors.hasFieldErrors("handle") && !registration.available(form.handle())) {
            errors.rejectValue(
                    "handle",
                    Registration.reserved(form.handle()) ? "sign-up.handle.reserved" : "sign-up.handle.taken");
        }
        if (!errors.hasFieldErrors("password")
                && registration.tooCommon(form.password(), List.of(form.name(), form.handle(), form.email()))) {
            errors.rejectValue("password", "sign-up.password.common");
        }
    }
}
