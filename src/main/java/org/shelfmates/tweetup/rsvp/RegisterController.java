package org.shelfmates.tweetup.rsvp;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.web.Line;
import org.shelfmates.web.MovedException;
import org.shelfmates.web.PageKey;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of a tweetup, for its planners. */
@Controller
class RegisterController {

    private static final String PAGE = "tweetup/register";
    private static final int SIZE = 200;

    private final Register register;
    private final Plans plans;
    private final MessageSource messages;

    RegisterController(Register register, Plans plans, MessageSource messages) {
        this.register = register;
        this.plans = plans;
        this.messages = messages;
    }

    /** Somebody whom a planner adds. */
    record AddForm(
            @NotBlank(message = "{guest.name}") @Size(max = 80) @Line @Nullable
            String name,

            @Pattern(regexp = "\\s*|0*(1?\\d|20)", message = "{rsvp.guests}") @Nullable
            String guests) {

        int companions() {
            return guests == null || guests.isBlank() ? 0 : Integer.parseInt(guests.strip());
        }
    }

    @GetMapping("/tweetups/{id:\\d{1,18}}/{slug}/register")
    String page(
            @PathVariable long id,
            @PathVariable String slug,
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Plans.Plan plan = mine(id, viewer);
        if (!plan.slug().equals(slug)) {
            throw new MovedException(plan.path() + "/register");
        }
        model.addAttribute("added", new AddForm("", "0"));
        return show(plan, viewer, after, model);
    }

    private Plans.Plan mine(long id, Viewer viewer) {
        return plans.plan(id, viewer).forPlanner();
    }

    private String show(Plans.Plan plan, Viewer viewer, @Nullable String after, Model model) {
        Register.Listing listing = register.list(plan.id(), viewer.id(), PageKey.parse(after, 1), SIZE);
        model.addAttribute("plan", plan);
        model.addAttribute("entries", listing.entries());
        model.addAttribute("next", listing.next() == null ? null : plan.path() + "/register?after=" + listing.next());
        model.addAttribute("first", after == null ? null : plan.path() + "/register");
        return PAGE;
    }

    @PostMapping("/tweetups/{id:\\d{1,18}}/attendance")
    String attendance(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam List<Long> shown,
            @RequestParam(defaultValue = "") List<Long> came) {
        register.attendance(id, viewer.id(), shown, came);
        return "redirect:" + plans.plan(id, viewer).path() + "/register";
    }

    @PostMapping("/tweetups/{id:\\d{1,18}}/attendees")
    String add(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("added") AddForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        Plans.Plan plan = mine(id, viewer);
        if (errors.hasErrors() || form.name() == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(plan, viewer, null, model);
        }
        register.add(id, viewer.id(), form.name(), form.companions());
        return "redirect:" + plan.path() + "/register";
    }

    /** Names and answers as CSV (RFC 4180); addresses only of those who agreed. */
    @GetMapping("/tweetups/{id:\\d{1,18}}/{slug}/attendees.csv")
    ResponseEntity<byte[]> export(
            @PathVariable long id, @PathVariable String slug, @AuthenticationPrincipal Viewer viewer, Locale language) {
        Plans.Plan plan = mine(id, viewer);
        Stream<String> head = Stream.of("name", "answer", "guests", "parts", "note", "email", "came")
                .map(column -> messages.getMessage("register.csv." + column, null, language));
        String csv = Stream.concat(
                        Stream.of(line(head)),
                        register.all(id, viewer.id()).stream()
                                .map(entry -> line(Stream.of(
                                        entry.name(),
                                        messages.getMessage("register." + entry.state(), null, language),
                                        Integer.toString(entry.companions()),
                                        entry.parts(),
                                        entry.note(),
                                        entry.email(),
                                        entry.attended() == null
                                                ? ""
                                                : messages.getMessage(
                                                        "register.came." + entry.attended(), null, language)))))
                .collect(Collectors.joining());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(plan.slug() + ".csv")
                                .build()
                                .toString())
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static String line(Stream<String> cells) {
        return cells.map(RegisterController::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quoted, and with an apostrophe before what a spreadsheet would take for a formula. */
    static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? '\'' + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
