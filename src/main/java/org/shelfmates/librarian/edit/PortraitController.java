package org.shelfmates.librarian.edit;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.picture.PictureRefusedException;
import org.shelfmates.picture.Pictures;
import org.shelfmates.picture.PreparedPicture;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;

/** The picture on one's own card: a form of its own, so that a file that is refused takes nothing else with it. */
@Controller
class PortraitController {

    private static final String PAGE = "librarian/picture";

    /** Every one is drawn, taken or not. */
    private static final int SENT = 40;

    private static final Duration PER = Duration.ofHours(1);

    private final Portraits portraits;
    private final Pictures pictures;
    private final RateLimits limits;

    PortraitController(Portraits portraits, Pictures pictures, RateLimits limits) {
        this.portraits = portraits;
        this.pictures = pictures;
        this.limits = limits;
    }

    /** @param picture the file, null or empty where none was chosen */
    record PortraitForm(@Nullable MultipartFile picture) {}

    @GetMapping("/me/profile/picture")
    String page(@AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("form", new PortraitForm(null));
        model.addAttribute("portrait", portraits.of(viewer.id()).orElse(null));
        return PAGE;
    }

    /** Its address stands in account.Uploads, which lets the file in. */
    @PostMapping("/me/profile/picture")
    String show(
            @AuthenticationPrincipal Viewer viewer,
            @ModelAttribute("form") PortraitForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        if (form.picture() == null || form.picture().isEmpty()) {
            errors.rejectValue("picture", "portrait.missing");
        } else {
            limits.take("picture", viewer.handle(), SENT, PER);
            try {
                PreparedPicture prepared = pictures.preparePortrait(form.picture());
                portraits.show(viewer.id(), prepared);
                return "redirect:/librarians/" + viewer.handle();
            } catch (PictureRefusedException refused) {
                errors.rejectValue("picture", refused.code());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("portrait", portraits.of(viewer.id()).orElse(null));
        return PAGE;
    }

    @PostMapping("/me/profile/picture/removal")
    String remove(@AuthenticationPrincipal Viewer viewer) {
        portraits.remove(viewer.id());
        return "redirect:/me/profile/picture";
    }
}
