package org.shelfmates.tweetup.recap;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Objects;
import org.shelfmates.account.Viewer;
import org.shelfmates.picture.PictureRefusedException;
import org.shelfmates.picture.Pictures;
import org.shelfmates.picture.PreparedPicture;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.MovedException;
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

/** Where who came adds pictures, and takes them away again. */
@Controller
class AlbumController {

    private static final String PAGE = "tweetup/recap/pictures";

    /** Every one is drawn, taken or not. */
    private static final int SENT = 40;

    private static final Duration PER = Duration.ofHours(1);

    private final Album album;
    private final Pictures pictures;
    private final RateLimits limits;

    AlbumController(Album album, Pictures pictures, RateLimits limits) {
        this.album = album;
        this.pictures = pictures;
        this.limits = limits;
    }

    @GetMapping("/tweetups/{id:\\d{1,18}}/{slug}/pictures")
    String page(@PathVariable long id, @PathVariable String slug, @AuthenticationPrincipal Viewer viewer, Model model) {
        Album.Page page = album.page(id, viewer);
        if (!page.plan().slug().equals(slug)) {
            throw new MovedException(page.plan().path() + "/pictures");
        }
        model.addAttribute("page", page);
        model.addAttribute("form", new PictureForm(null, "", ""));
        return PAGE;
    }

    /** Its address stands in account.Uploads, which lets the file in. */
    @PostMapping("/tweetups/{id:\\d{1,18}}/{slug}/pictures")
    String add(
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") PictureForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        Album.Page page = album.page(id, viewer); // who may not add any gets none drawn
        if (!form.chosen()) {
            errors.rejectValue("picture", "recap.picture.missing");
        }
        if (!errors.hasErrors()) {
            limits.take("picture", viewer.handle(), SENT, PER);
            try {
                PreparedPicture prepared = pictures.prepare(Objects.requireNonNull(form.picture()));
                album.add(id, viewer, prepared, form.alt(), form.caption());
                return "redirect:" + page.plan().path() + "/pictures";
            } catch (PictureRefusedException refused) {
                errors.rejectValue("picture", refused.code());
            } catch (AlbumFullException full) {
                errors.rejectValue("picture", full.code());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", page);
        return PAGE;
    }

    @PostMapping("/tweetups/{id:\\d{1,18}}/pictures/{picture:\\d{1,18}}/removal")
    String remove(@PathVariable long id, @PathVariable long picture, @AuthenticationPrincipal Viewer viewer) {
        return "redirect:" + album.remove(id, picture, viewer).path() + "#recap";
    }
}
