package org.shelfmates.group.board;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.conversation.CommentForm;
import org.shelfmates.group.GroupPage;
import org.shelfmates.venue.appeal.Appeals;
import org.shelfmates.web.MovedException;
import org.shelfmates.web.PageKey;
import org.shelfmates.web.PublicPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The board of a group, and its posts. */
@Controller
class BoardController {

    private static final int POSTS = 25;
    private static final int APPEALS = 6;

    private final Board board;
    private final Posts posts;
    private final PostView view;
    private final Appeals appeals;

    BoardController(Board board, Posts posts, PostView view, Appeals appeals) {
        this.appeals = appeals;
        this.board = board;
        this.posts = posts;
        this.view = view;
    }

    @PublicPage
    @GetMapping("/groups/{slug}/board")
    String board(
            @PathVariable String slug,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Long reader = viewer == null ? null : viewer.id();
        PostKind which = PostKind.of(kind);
        GroupPage group = posts.group(slug, reader);
        Board.Listing listing = board.page(group, which, reader, PageKey.parse(after, 3), POSTS);
        String here = group.card().path() + "/board";
        String filter = which == null ? "" : "kind=" + which.word();
        model.addAttribute("group", group);
        model.addAttribute("card", group.card());
        model.addAttribute("kind", which);
        model.addAttribute("kinds", PostKind.ALL);
        model.addAttribute("posts", listing.posts());
        model.addAttribute("appeals", appeals.ofGroup(group.card().id(), APPEALS));
        model.addAttribute(
                "next",
                listing.next() == null
                        ? null
                        : here + "?" + (filter.isEmpty() ? "" : filter + "&") + "after=" + listing.next());
        model.addAttribute("first", after == null ? null : here + (filter.isEmpty() ? "" : "?" + filter));
        return "group/board/list";
    }

    /**
     * @param comments the key of a later page of the conversation
     * @param reply the comment that the viewer wants to answer
     */
    @PublicPage
    @GetMapping("/groups/{slug}/board/{id:\\d{1,18}}/{words}")
    String post(
            @PathVariable String slug,
            @PathVariable long id,
            @PathVariable String words,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @RequestParam(required = false) @Nullable String comments,
            @RequestParam(required = false) @Nullable Long reply,
            Model model,
            HttpServletResponse response) {
        Post post = posts.find(slug, id, viewer == null ? null : viewer.id());
        if (post.readable() && !post.slug().equals(words)) {
            throw new MovedException(post.path());
        }
        return view.show(post, comments, new CommentForm("", reply), model, response);
    }
}
