package org.shelfmates.group.joining;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.shelfmates.account.Viewer;
import org.shelfmates.group.Admission;
import org.shelfmates.group.GroupPage;
import org.shelfmates.group.Groups;
import org.shelfmates.group.Memberships;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.Prose;
import org.shelfmates.web.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Joining a group, or asking to. */
@Controller
class JoinController {

    private static final String PAGE = "group/join";
    private static final int ASKED = 20;
    private static final int JOINED = 30;

    private final Groups groups;
    private final Memberships memberships;
    private final Requests requests;
    private final RateLimits limits;

    JoinController(Groups groups, Memberships memberships, Requests requests, RateLimits limits) {
        this.groups = groups;
        this.memberships = memberships;
        this.requests = requests;
        this.limits = limits;
    }

    /** @param answer to the organisers' question, where they have one */
    record JoinForm(@Size(max = 1000) @Prose String answer) {

        JoinForm {
            answer = answer == null ? "" : answer.strip();
        }
    }

    @GetMapping("/groups/{slug}/join")
    String page(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("form", new JoinForm(""));
        model.addAttribute("group", groups.bySlug(slug, viewer.id()).orElseThrow(NotFoundException::new));
        return PAGE;
    }

    @PostMapping("/groups/{slug}/join")
    String join(
            @PathVariable String slug,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") JoinForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        GroupPage group = groups.bySlug(slug, viewer.id()).orElseThrow(NotFoundException::new);
        if (group.standing().removed() && !group.standing().invited()) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            model.addAttribute("group", group);
            return PAGE;
        }
        boolean asks = group.admission() == Admission.ASK
                && !group.standing().invited()
                && !group.standing().member();
        if (!asks) {
            limits.take("group-join", viewer.handle(), JOINED, Duration.ofHours(1));
            memberships.join(slug, viewer.id());
            return "redirect:" + group.card().path();
        }
        if (form.answer().isEmpty() && !group.standing().asked()) {
            errors.rejectValue("answer", "group.answer.missing");
        }
        if (!errors.hasErrors()) {
            limits.take("group-ask", viewer.handle(), ASKED, Duration.ofDays(1));
            if (!group.standing().asked()) {
                requests.ask(slug, viewer.id(), form.answer());
            }
            return "redirect:" + group.card().path();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("group", group);
        return PAGE;
    }
}
