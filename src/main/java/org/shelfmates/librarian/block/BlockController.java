package org.shelfmates.librarian.block;

import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.web.PageKey;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class BlockController {

    private static final String PAGE = "/me/settings/blocked";
    private static final int PAGE_SIZE = 50;

    private final Blocks blocks;

    BlockController(Blocks blocks) {
        this.blocks = blocks;
    }

    @PostMapping("/librarians/{handle}/block")
    String block(@PathVariable String handle, @AuthenticationPrincipal Viewer viewer) {
        blocks.block(handle, viewer.id());
        return "redirect:" + PAGE + "?blocked";
    }

    @PostMapping("/librarians/{handle}/unblock")
    String unblock(@PathVariable String handle, @AuthenticationPrincipal Viewer viewer) {
        blocks.unblock(handle, viewer.id());
        return "redirect:" + PAGE + "?unblocked";
    }

    @GetMapping(PAGE)
    String blocked(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Blocks.Listing listing = blocks.of(viewer.id(), PageKey.parse(after, 2), PAGE_SIZE);
        model.addAttribute("people", listing.people());
        model.addAttribute("next", listing.next() == null ? null : PAGE + "?after=" + listing.next());
        model.addAttribute("first", after == null ? null : PAGE);
        return "librarian/block/list";
    }
}
