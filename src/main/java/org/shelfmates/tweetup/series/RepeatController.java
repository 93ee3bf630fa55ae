package org.shelfmates.tweetup.series;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.MovedException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Makes a series out of a tweetup, showing its dates before if wished. */
@Controller
class RepeatController {

    private static final String PAGE = "tweetup/series/new";
    private static final String ADDRESS = "/tweetups/{id:\\d{1,18}}/{slug}/series";

    private final Repeating repeating;
    private final RuleWords rules;

    RepeatController(Repeating repeating, RuleWords rules) {
        this.repeating = repeating;
        this.rules = rules;
    }

    @GetMapping(ADDRESS)
    String form(@PathVariable long id, @PathVariable String slug, @AuthenticationPrincipal Viewer viewer, Model model) {
        Repeating.Beginning beginning = repeating.beginning(id, viewer.id());
        String path = beginning.seed().plan().path();
        if (!path.endsWith("/" + slug)) {
            throw new MovedException(path + "/series");
        }
        model.addAttribute("form", beginning.form());
        return show(beginning, List.of(), model);
    }

    /** @param show present when the dates are to be shown and not made yet */
    @PostMapping(ADDRESS)
    String repeat(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") SeriesForm form,
            BindingResult errors,
            @RequestParam @Nullable String show,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        Repeating.Beginning beginning = repeating.beginning(id, viewer.id());
        List<Occurrence> dates = repeating.dates(id, viewer.id(), form, errors);
        if (!errors.hasErrors() && show == null) {
            Long series = repeating.make(id, viewer.id(), form, errors);
            if (series != null) {
                return "redirect:/series/" + series + "/"
                        + beginning.seed().plan().slug();
            }
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return show(beginning, errors.hasErrors() ? List.of() : dates, model);
    }

    private String show(Repeating.Beginning beginning, List<Occurrence> dates, Model model) {
        model.addAttribute("beginning", beginning);
        model.addAttribute("plan", beginning.seed().plan());
        model.addAttribute("rules", rules);
        model.addAttribute("occurrences", dates);
        return PAGE;
    }

    @ExceptionHandler
    String isInOne(InSeriesException already, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("path", already.path());
        return "tweetup/series/already";
    }
}
