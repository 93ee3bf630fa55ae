package org.shelfmates.librarian.introduction;

import java.util.List;
import org.shelfmates.account.Viewer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Somebody's introductions, and what they say to them. */
@Controller
@RequestMapping("/me/introductions")
class IntroductionController {

    private final Introductions introductions;
    private final Agreeing agreeing;

    IntroductionController(Introductions introductions, Agreeing agreeing) {
        this.introductions = introductions;
        this.agreeing = agreeing;
    }

    @GetMapping
    String introductions(@AuthenticationPrincipal Viewer viewer, Model model) {
        List<IntroductionView> all = introductions.of(viewer.id());
        model.addAttribute("open", with(IntroductionView.State.OPEN, all));
        model.addAttribute("saidYes", with(IntroductionView.State.SAID_YES, all));
        model.addAttribute("sent", with(IntroductionView.State.ASKED, all));
        model.addAttribute("agreed", with(IntroductionView.State.AGREED, all));
        return "librarian/introduction/list";
    }

    @PostMapping("/{id:\\d{1,18}}/acceptance")
    String accept(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        agreeing.answer(id, viewer.id(), Answer.YES);
        return "redirect:/me/introductions";
    }

    @PostMapping("/{id:\\d{1,18}}/refusal")
    String decline(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        agreeing.answer(id, viewer.id(), Answer.NOT_NOW);
        return "redirect:/me/introductions";
    }

    private static List<IntroductionView> with(IntroductionView.State state, List<IntroductionView> all) {
        return all.stream().filter(one -> one.state() == state).toList();
    }
}
