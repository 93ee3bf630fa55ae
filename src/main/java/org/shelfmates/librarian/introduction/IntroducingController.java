package org.shelfmates.librarian.introduction;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.shelfmates.account.Viewer;
import org.shelfmates.librarian.People;
import org.shelfmates.librarian.Person;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Asking to be introduced to somebody, and introducing somebody to others. */
@Controller
@RequestMapping("/librarians/{handle}/introduction")
class IntroducingController {

    private static final String TO_ME = "librarian/introduction/to-me";
    private static final String OTHERS = "librarian/introduction/others";
    private static final String ASKED = "redirect:/me/introductions?asked=yes";

    private final Introducing introducing;
    private final Acquaintances acquaintances;
    private final People people;

    IntroducingController(Introducing introducing, Acquaintances acquaintances, People people) {
        this.introducing = introducing;
        this.acquaintances = acquaintances;
        this.people = people;
    }

    @GetMapping
    String toMe(@PathVariable String handle, @AuthenticationPrincipal Viewer viewer, Model model) {
        addPerson(handle, viewer, model);
        model.addAttribute("form", new IntroductionForm(""));
        return TO_ME;
    }

    @PostMapping
    String askForMe(
            @PathVariable String handle,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") IntroductionForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        addPerson(handle, viewer, model);
        if (!errors.hasErrors() && done(introducing.toMe(handle, form.words(), viewer.id()), errors)) {
            return ASKED;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return TO_ME;
    }

    @GetMapping("/others")
    String others(@PathVariable String handle, @AuthenticationPrincipal Viewer viewer, Model model) {
        addPerson(handle, viewer, model);
        model.addAttribute("form", new OthersForm("", ""));
        model.addAttribute("acquaintances", acquaintances.of(viewer.id(), handle));
        return OTHERS;
    }

    @PostMapping("/others")
    String introduce(
            @PathVariable String handle,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") OthersForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        addPerson(handle, viewer, model);
        if (!errors.hasErrors() && done(introducing.each(handle, form.handle(), form.words(), viewer.id()), errors)) {
            return ASKED;
        }
        model.addAttribute("acquaintances", acquaintances.of(viewer.id(), handle));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return OTHERS;
    }

    private void addPerson(String handle, Viewer viewer, Model model) {
        Person person = people.find(handle, viewer.id()).orElseThrow(NotFoundException::new);
        BadRequestException.unless(person.id() != viewer.id(), "nobody is introduced to themselves");
        model.addAttribute("person", person);
    }

    private static boolean done(Introducing.Asked asked, BindingResult errors) {
        switch (asked) {
            case UNKNOWN -> errors.rejectValue("handle", "introduction.unknown");
            case SAME -> errors.rejectValue("handle", "introduction.same");
            case KNOWN -> errors.rejectValue("words", "introduction.known");
            case TOO_MANY -> errors.rejectValue("words", "introduction.too-many");
            case DONE -> {}
        }
        return asked == Introducing.Asked.DONE;
    }
}
