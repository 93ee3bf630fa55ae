package org.shelfmates.venue.intake;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.web.BadRequestException;
import org.springframework.http.HttpHeaders;
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

/** Lists of venues, in and out: for administrators only (account.SecurityConfiguration). */
@Controller
class IntakeController {

    private static final String ADDRESS = "/admin/venues/import";
    private static final String FORM = "venue/intake/form";
    private static final String REPORT = "venue/intake/report";

    private final Intake intake;
    private final Outtake outtake;

    IntakeController(Intake intake, Outtake outtake) {
        this.intake = intake;
        this.outtake = outtake;
    }

    @ModelAttribute("columns")
    List<String> columns() {
        return Stream.of(Column.values()).map(Column::word).toList();
    }

    /** @param added and so on: how many, after an import */
    @GetMapping(ADDRESS)
    String form(
            @RequestParam(required = false) @Nullable Integer added,
            @RequestParam(defaultValue = "0") int updated,
            @RequestParam(defaultValue = "0") int duplicates,
            Model model) {
        model.addAttribute("form", new ListForm("", null));
        model.addAttribute("added", added);
        model.addAttribute("updated", updated);
        model.addAttribute("duplicates", duplicates);
        return FORM;
    }

    /** Its address stands in account.Uploads, which lets the file in. */
    @PostMapping(ADDRESS)
    String upload(
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") ListForm form,
            BindingResult errors,
            HttpServletResponse response)
            throws IOException {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        if (form.list() == null || form.list().isEmpty()) {
            errors.rejectValue("list", "intake.list.missing");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return FORM;
        }
        return "redirect:" + ADDRESS + "/"
                + intake.keep(form.source(), form.list().getBytes(), viewer.id());
    }

    @GetMapping(ADDRESS + "/{sha256:\\w{1,64}}")
    String check(@PathVariable String sha256, Model model) {
        model.addAttribute("report", intake.check(sha256));
        model.addAttribute("address", ADDRESS + "/" + sha256);
        return REPORT;
    }

    @PostMapping(ADDRESS + "/{sha256:\\w{1,64}}")
    String take(
            @PathVariable String sha256,
            @AuthenticationPrincipal Viewer viewer,
            Model model,
            HttpServletResponse response) {
        Report report = intake.take(sha256, viewer.id());
        if (report.good()) {
            return "redirect:" + ADDRESS + "?added=" + report.added() + "&updated=" + report.updated() + "&duplicates="
                    + report.duplicates();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("report", report);
        model.addAttribute("address", ADDRESS + "/" + sha256);
        return REPORT;
    }

    @GetMapping("/admin/venues/export.csv")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"venues.csv\"");
        outtake.write(response.getWriter());
    }
}
