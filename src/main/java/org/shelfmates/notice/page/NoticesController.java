package org.shelfmates.notice.page;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.web.PageKey;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own notices. */
@Controller
class NoticesController {

    private static final String ADDRESS = "/me/notices";

    private final NoticePages notices;

    NoticesController(NoticePages notices) {
        this.notices = notices;
    }

    @GetMapping(ADDRESS)
    String notices(
            @RequestParam @Nullable String after,
            @AuthenticationPrincipal Viewer viewer,
            Locale language,
            Model model) {
        NoticePages.Listing listing = notices.page(viewer.id(), PageKey.parse(after, 1), language);
        model.addAttribute("notices", listing.notices());
        model.addAttribute("unread", listing.unread());
        model.addAttribute("zone", listing.zone());
        model.addAttribute("next", listing.next() == null ? null : ADDRESS + "?after=" + listing.next());
        model.addAttribute("first", after == null ? null : ADDRESS);
        return "notice/notices";
    }

    /** How many are new, for the script that shows it in the header: no page waits for it. */
    @GetMapping("/me/notices/unread")
    ResponseEntity<Map<String, Long>> unread(@AuthenticationPrincipal Viewer viewer) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Map.of("unread", notices.unread(viewer.id())));
    }

    /** @param until the newest that was on the page, which came at its top */
    @PostMapping("/me/notices/reading")
    String readAll(@RequestParam(defaultValue = "0") long until, @AuthenticationPrincipal Viewer viewer) {
        notices.readAll(viewer.id(), until);
        return "redirect:" + ADDRESS;
    }

    @PostMapping("/me/notices/{id:\\d{1,18}}/reading")
    String read(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        notices.read(viewer.id(), id);
        return "redirect:" + ADDRESS;
    }
}
