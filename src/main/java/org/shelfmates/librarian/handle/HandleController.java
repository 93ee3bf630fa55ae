package org.shelfmates.librarian.handle;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import org.shelfmates.account.HandleTakenException;
import org.shelfmates.account.Handles;
import org.shelfmates.account.Registration;
import org.shelfmates.account.SignedIn;
import org.shelfmates.account.Viewer;
import org.shelfmates.librarian.Person;
import org.shelfmates.web.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** One's own handle. */
@Controller
class HandleController {

    private static final String PAGE = "librarian/handle";

    /** Whoever asks more often wants to know which handles there were. */
    private static final int ASKED = 30;

    private static final Duration PER = Duration.ofHours(1);

    private final Handles handles;
    private final SignedIn signedIn;
    private final RateLimits limits;

    HandleController(Handles handles, SignedIn signedIn, RateLimits limits) {
        this.handles = handles;
        this.signedIn = signedIn;
        this.limits = limits;
    }

    @GetMapping("/me/handle")
    String form(@AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("form", new HandleForm(viewer.handle()));
        return PAGE;
    }

    @PostMapping("/me/handle")
    String change(
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") HandleForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (Registration.reserved(form.handle())) {
            errors.rejectValue("handle", "sign-up.handle.reserved");
        }
        if (!errors.hasErrors()) {
            limits.take("handle", Long.toString(viewer.id()), ASKED, PER);
            try {
                handles.change(viewer.id(), form.handle());
                signedIn.rename(viewer, form.handle(), request);
                return "redirect:" + Person.pathOf(form.handle());
            } catch (HandleTakenException e) {
                errors.rejectValue("handle", "sign-up.handle.taken");
            } catch (Handles.ChangedOftenException e) {
                errors.rejectValue(
                        "handle", "handle.often", new Object[] {Handles.MOST_CHANGES, Handles.PER.toDays()}, null);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return PAGE;
    }
}
