package org.shelfmates.tweetup.series;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.shelfmates.account.Viewer;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.MovedException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The further course of a series: it goes on, or ends early. */
@Controller
class CourseController {

    private static final String SERIES = "/series/{id:\\d{1,18}}";
    private static final String GO_ON = "continuation";
    private static final String END = "end";

    private final SeriesPages pages;
    private final Continuing continuing;
    private final Ending ending;
    private final RuleWords rules;
    private final Days days;

    CourseController(SeriesPages pages, Continuing continuing, Ending ending, RuleWords rules, Days days) {
        this.pages = pages;
        this.continuing = continuing;
        this.ending = ending;
        this.rules = rules;
        this.days = days;
    }

    @GetMapping(SERIES + "/{slug}/" + GO_ON)
    String toGoOn(
            @PathVariable long id, @PathVariable String slug, @AuthenticationPrincipal Viewer viewer, Model model) {
        SeriesPage series = at(id, slug, GO_ON, viewer);
        LocalDate suggested = days.suggested(series.until(), series.zone());
        model.addAttribute("form", new UntilForm(Integer.toString(series.version()), suggested.toString()));
        return show(GO_ON, series, model);
    }

    @PostMapping(SERIES + "/" + GO_ON)
    String goOn(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") UntilForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        Outcome outcome = continuing.goOn(id, viewer.id(), form, errors);
        SeriesPage series = pages.byId(id, viewer.id(), null);
        return outcome == Outcome.DONE ? "redirect:" + series.path() : refused(GO_ON, outcome, series, model, response);
    }

    @GetMapping(SERIES + "/{slug}/" + END)
    String toEnd(
            @PathVariable long id, @PathVariable String slug, @AuthenticationPrincipal Viewer viewer, Model model) {
        SeriesPage series = at(id, slug, END, viewer);
        model.addAttribute("form", new EndForm(Integer.toString(series.version()), "", ""));
        return show(END, series, model);
    }

    @PostMapping(SERIES + "/" + END)
    String end(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") EndForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        Outcome outcome = ending.end(id, viewer.id(), form, errors);
        SeriesPage series = pages.byId(id, viewer.id(), null);
        return outcome == Outcome.DONE
                ? "redirect:" + series.path() + "?from=" + ending.last(id, LocalDate.parse(form.until()))
                : refused(END, outcome, series, model, response);
    }

    private SeriesPage at(long id, String slug, String page, Viewer viewer) {
        SeriesPage series = pages.forPlanner(id, viewer.id());
        if (!series.slug().equals(slug)) {
            throw new MovedException(series.path() + "/" + page);
        }
        return series;
    }

    private String refused(String page, Outcome outcome, SeriesPage series, Model model, HttpServletResponse response) {
        boolean stale = outcome == Outcome.STALE;
        response.setStatus((stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        model.addAttribute("stale", stale);
        return show(page, series, model);
    }

    private String show(String page, SeriesPage series, Model model) {
        model.addAttribute("series", series);
        model.addAttribute("rules", rules);
        model.addAttribute("farthest", days.farthest(series.zone()));
        return "tweetup/series/" + page;
    }
}
