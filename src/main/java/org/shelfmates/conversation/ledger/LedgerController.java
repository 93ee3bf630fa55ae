package org.shelfmates.conversation.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.OwnPath;
import org.shelfmates.account.Viewer;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.PageKey;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own ledger. */
@Controller
class LedgerController {

    private static final int ON_A_PAGE = 30;
    private static final String HERE = "/me/ledger";
    private static final Pattern READ = Pattern.compile("(\\d{1,18}):(\\d{1,9})");

    private final Ledger ledger;

    LedgerController(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping(HERE)
    String ledger(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "unread") String show,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Tab tab = Tab.of(show);
        Ledger.Listing listing = ledger.read(Owner.of(viewer), tab, PageKey.parse(after, 2), ON_A_PAGE);
        String here = HERE + "?show=" + tab.word();
        model.addAttribute("tabs", Tab.values());
        model.addAttribute("tab", tab);
        model.addAttribute("entries", listing.entries());
        model.addAttribute("here", after == null ? here : here + "&after=" + after);
        model.addAttribute("next", listing.next() == null ? null : here + "&after=" + listing.next());
        model.addAttribute("first", after == null ? null : here);
        return "conversation/ledger";
    }

    /**
     * Marks read what a page of the ledger showed.
     *
     * @param read thread and position, of each that was shown
     */
    @PostMapping(HERE + "/reading")
    String markRead(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(required = false) @Nullable List<String> read,
            @RequestParam(required = false) @Nullable String next) {
        BadRequestException.unless(read == null || read.size() <= ON_A_PAGE, "more than a page shows");
        Map<Long, Integer> upTo = new HashMap<>();
        for (String one : read == null ? List.<String>of() : read) {
            Matcher parts = READ.matcher(one);
            BadRequestException.unless(parts.matches(), "not a thread and a position");
            upTo.put(Long.valueOf(parts.group(1)), Integer.valueOf(parts.group(2)));
        }
        ledger.markRead(Owner.of(viewer), upTo);
        return "redirect:" + OwnPath.or(HERE, next);
    }

    /** Leads to what is unread, and changes nothing: the page that it leads to is what is read. */
    @GetMapping("/threads/{id:\\d{1,18}}/unread")
    String unread(@PathVariable long id, @AuthenticationPrincipal Viewer viewer) {
        return "redirect:" + ledger.firstUnread(Owner.of(viewer), id);
    }
}
