package org.shelfmates.notice.page;

import java.util.Map;
import org.shelfmates.account.Viewer;
import org.shelfmates.notice.Channel;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Readers;
import org.shelfmates.web.BadRequestException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** How one is told of what. */
@Controller
class SettingsController {

    private final Readers readers;

    SettingsController(Readers readers) {
        this.readers = readers;
    }

    @GetMapping("/me/settings/notices")
    String form(@AuthenticationPrincipal Viewer viewer, Model model) {
        Map<Kind, Channel> channels = readers.channels(viewer.id());
        model.addAttribute("channels", channels);
        model.addAttribute("language", readers.language(viewer.id()).toLanguageTag());
        return "notice/settings";
    }

    @PostMapping("/me/settings/notices")
    String choose(
            @ModelAttribute("form") SettingsForm form, BindingResult errors, @AuthenticationPrincipal Viewer viewer) {
        BadRequestException.unless(!errors.hasErrors(), "settings that no form of ours sends");
        readers.choose(viewer.id(), form.chosen(), form.locale());
        return "redirect:/me/settings/notices?saved";
    }
}
