package org.shelfmates.notice.post;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.PageKey;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Mails that could not be sent: for administrators only (account.SecurityConfiguration). */
@Controller
class DeadMailsController {

    private static final String ADDRESS = "/admin/mails";

    private final DeadMails mails;

    DeadMailsController(DeadMails mails) {
        this.mails = mails;
    }

    @GetMapping(ADDRESS)
    String mails(@RequestParam @Nullable String after, Model model) {
        DeadMails.Listing listing = mails.page(PageKey.parse(after, 3));
        model.addAttribute("mails", listing.mails());
        model.addAttribute("zone", ZoneOffset.UTC);
        model.addAttribute("next", listing.next() == null ? null : ADDRESS + "?after=" + listing.next());
        model.addAttribute("first", after == null ? null : ADDRESS);
        return "notice/dead-mails";
    }

    @PostMapping("/admin/mails/{id:\\d{1,18}}/resending")
    String resend(@PathVariable long id) {
        mails.resend(id);
        return "redirect:" + ADDRESS;
    }

    @PostMapping("/admin/mails/direct/{id:\\d{1,18}}/resending")
    String resendDirect(@PathVariable long id) {
        mails.resendDirect(id);
        return "redirect:" + ADDRESS;
    }
}
