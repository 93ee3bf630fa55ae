package org.shelfmates.group.edit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.picture.PictureRefusedException;
import org.shelfmates.picture.Pictures;
import org.shelfmates.picture.PreparedPicture;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.Line;
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
import org.springframework.web.multipart.MultipartFile;

/** A group's picture: a form of its own, so that a file that is refused takes nothing else with it. */
@Controller
class GroupPictureController {

    private static final String PAGE = "group/picture";

    /** Every one is drawn, taken or not. */
    private static final int SENT = 40;

    private static final Duration PER = Duration.ofHours(1);

    private final Founding founding;
    private final Pictures pictures;
    private final RateLimits limits;

    GroupPictureController(Founding founding, Pictures pictures, RateLimits limits) {
        this.founding = founding;
        this.pictures = pictures;
        this.limits = limits;
    }

    /**
     * @param picture the file, null or empty where none was chosen
     * @param alt what is on it, for who does not see it
     */
    record PictureForm(
            @Nullable MultipartFile picture,

            @NotBlank(message = "{group.picture.alt.missing}") @Size(max = 300) @Line
            String alt) {

        PictureForm {
            alt = alt == null ? "" : alt.strip();
        }

        boolean chosen() {
            return picture != null && !picture.isEmpty();
        }
    }

    @GetMapping("/groups/{slug}/picture")
    String page(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("form", new PictureForm(null, ""));
        return show(slug, founding.picture(slug, viewer.id()), model);
    }

    /** Its address stands in account.Uploads, which lets the file in. */
    @PostMapping("/groups/{slug}/picture")
    String save(
            @PathVariable String slug,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") PictureForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        Founding.Shown shown = founding.picture(slug, viewer.id()); // who may not change it gets none drawn
        if (!form.chosen()) {
            errors.rejectValue("picture", "portrait.missing");
        }
        if (!errors.hasErrors() && form.picture() != null) {
            limits.take("picture", viewer.handle(), SENT, PER);
            try {
                PreparedPicture prepared = pictures.prepare(form.picture());
                founding.show(slug, prepared, form.alt(), viewer.id());
                return "redirect:/groups/" + slug;
            } catch (PictureRefusedException refused) {
                errors.rejectValue("picture", refused.code());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(slug, shown, model);
    }

    @PostMapping("/groups/{slug}/picture/removal")
    String remove(@PathVariable String slug, @AuthenticationPrincipal Viewer viewer) {
        founding.removePicture(slug, viewer.id());
        return "redirect:/groups/" + slug + "/picture";
    }

    private static String show(String slug, Founding.Shown shown, Model model) {
        model.addAttribute("slug", slug);
        model.addAttribute("shown", shown);
        return PAGE;
    }
}
