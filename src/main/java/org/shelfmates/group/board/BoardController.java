package org.shelfmates.group.board;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.conversation.CommentDeletedException;
import org.shelfmates.conversation.CommentForm;
import org.shelfmates.conversation.Posting;
import org.shelfmates.group.GroupPage;
import org.shelfmates.venue.appeal.Appeals;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.Markdown;
import org.shelfmates.web.MovedException;
import org.shelfmates.web.PageKey;
import org.shelfmates.web.PublicPage;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The board of a group, its posts, and answering them. */
@Controller
class BoardController {

    private static final int POSTS = 25;
    private static final int APPEALS = 6;

    private final Board board;
    private final Posts posts;
    private final PostView view;
    private final Markdown markdown;
    private final Posting posting;
    private final Appeals appeals;

    BoardController(Board board, Posts posts, PostView view, Markdown markdown, Posting posting, Appeals appeals) {
        this.appeals = appeals;
        this.board = board;
        this.posts = posts;
        this.view = view;
        this.markdown = markdown;
        this.posting = posting;
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

    /** @param preview present when the comment is to be shown and not yet posted */
    @PostMapping("/groups/{slug}/board/{id:\\d{1,18}}/comments")
    String comment(
            @PathVariable String slug,
            @PathVariable long id,
            @AuthenticationPrincipal Viewer viewer,
            @Valid @ModelAttribute("form") CommentForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String preview,
            Model model,
            HttpServletResponse response) {
        BadRequestException.unless(errors.getTarget() != null, "a field that no form of ours sends");
        Post post = posts.find(slug, id, viewer.id());
        if (!post.readable()) {
            return view.show(post, null, form, model, response);
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else if (preview != null) {
            model.addAttribute("preview", markdown.html(form.body()));
        } else {
            try {
                return posting.post(Board.subject(id), viewer, form, post.path());
            } catch (AccessDeniedException e) {
                // no member, or it was closed meanwhile: the page says so, and has what was written, to be copied
                response.setStatus(HttpStatus.FORBIDDEN.value());
                post = posts.find(slug, id, viewer.id()); // as it is now
            } catch (CommentDeletedException e) {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("answeredDeleted", true);
            }
        }
        return view.show(post, null, form, model, response);
    }
}
