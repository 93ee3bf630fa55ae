package org.shelfmates.group.joining;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.shelfmates.account.Viewer;
import org.shelfmates.group.Groups;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.Line;
import org.shelfmates.web.NotFoundException;
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

/** Where organisers ask people in, by name or by a link, and where those answer. */
@Controller
class InvitationController {

    private static final String PAGE = "group/invitations";
    private static final int INVITED = 50;

    /** What may be chosen, by the values of the form. */
    private static final Map<String, Duration> LASTS =
            Map.of("1", Duration.ofDays(1), "7", Duration.ofDays(7), "30", Duration.ofDays(30));

    private final Groups groups;
    private final Invitations invitations;
    private final RateLimits limits;
    private final Settings settings;

    InvitationController(Groups groups, Invitations invitations, RateLimits limits, Settings settings) {
        this.groups = groups;
        this.invitations = invitations;
        this.limits = limits;
        this.settings = settings;
    }

    record InvitationForm(@NotBlank @Size(max = 40) @Line String handle) {

        InvitationForm {
            handle = handle == null ? "" : handle.strip().replaceFirst("^@", "");
        }
    }

    @GetMapping("/groups/{slug}/invitations")
    String page(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("form", new InvitationForm(""));
        return show(slug, viewer, model);
    }

    @PostMapping("/groups/{slug}/invitations")
    String invite(
            @PathVariable String slug,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") InvitationForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        if (!errors.hasErrors()) {
            limits.take("group-invite", viewer.handle(), INVITED, Duration.ofDays(1));
            switch (invitations.invite(slug, form.handle(), viewer.id())) {
                case INVITED -> {
                    return "redirect:/groups/" + slug + "/invitations";
                }
                case UNKNOWN -> errors.rejectValue("handle", "group.invite.unknown");
                case MEMBER -> errors.rejectValue("handle", "group.invite.member");
                case MANY -> errors.rejectValue("handle", "group.invite.many");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(slug, viewer, model);
    }

    @PostMapping("/groups/{slug}/invitations/{handle}/withdrawal")
    String takeBack(@PathVariable String slug, @PathVariable String handle, @AuthenticationPrincipal Viewer viewer) {
        invitations.takeBack(slug, handle, viewer.id());
        return "redirect:/groups/" + slug + "/invitations";
    }

    @PostMapping("/groups/{slug}/invitation/refusal")
    String refuse(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer) {
        invitations.refuse(slug, viewer.id());
        return "redirect:/groups/" + slug;
    }

    /** Answers with the page and not with a redirect: the secret is said once, and kept nowhere in between. */
    @PostMapping("/groups/{slug}/links")
    String link(
            @PathVariable String slug,
            @RequestParam(defaultValue = "7") String days,
            @AuthenticationPrincipal Viewer viewer,
            Model model,
            HttpServletResponse response) {
        Duration lasts = LASTS.get(days);
        BadRequestException.unless(lasts != null, "no choice of ours");
        Optional<String> token = invitations.link(slug, lasts, viewer.id());
        token.ifPresentOrElse(
                secret -> model.addAttribute("link", settings.baseUrl() + "/group-links/" + secret), () -> {
                    model.addAttribute("manyLinks", true);
                    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                });
        model.addAttribute("form", new InvitationForm(""));
        return show(slug, viewer, model);
    }

    @PostMapping("/groups/{slug}/links/{id:\\d{1,18}}/withdrawal")
    String takeBackLink(@PathVariable String slug, @PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        invitations.takeBackLink(slug, id, viewer.id());
        return "redirect:/groups/" + slug + "/invitations";
    }

    @GetMapping("/group-links/{token}")
    String invited(@PathVariable String token, @AuthenticationPrincipal Viewer viewer, Model model) {
        String slug = invitations.group(token);
        model.addAttribute("group", groups.bySlug(slug, viewer.id()).orElseThrow(NotFoundException::new));
        model.addAttribute("token", token);
        model.addAttribute("removed", invitations.removed(slug, viewer.id()));
        return "group/link";
    }

    @PostMapping("/group-links/{token}")
    String accept(@PathVariable String token, @AuthenticationPrincipal Viewer viewer) {
        return "redirect:/groups/" + invitations.accept(token, viewer.id());
    }

    private String show(String slug, Viewer viewer, Model model) {
        model.addAttribute("open", invitations.open(slug, viewer.id()));
        model.addAttribute("group", groups.bySlug(slug, viewer.id()).orElseThrow(NotFoundException::new));
        return PAGE;
    }
}
