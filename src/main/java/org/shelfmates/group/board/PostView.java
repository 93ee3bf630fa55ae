package org.shelfmates.group.board;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.CommentForm;
import org.shelfmates.conversation.ConversationPages;
import org.shelfmates.conversation.Conversations;
import org.shelfmates.conversation.Order;
import org.shelfmates.conversation.Reader;
import org.shelfmates.web.Markdown;
import org.shelfmates.web.PageKey;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of a post, which is read in several ways. */
@Component
class PostView {

    private static final String PAGE = "group/board/post";

    private final ConversationPages threads;
    private final Conversations conversations;
    private final Markdown markdown;

    PostView(ConversationPages threads, Conversations conversations, Markdown markdown) {
        this.threads = threads;
        this.conversations = conversations;
        this.markdown = markdown;
    }

    /**
     * What is hidden says only that, with 410, to everybody but its author and the organisers. An author who is no member any
     * more reads their own words, and what others say with everybody.
     *
     * @param comments the key of a later page of its conversation, or null
     */
    String show(Post post, @Nullable String comments, CommentForm form, Model model, HttpServletResponse response) {
        model.addAttribute("post", post);
        model.addAttribute("card", post.group().card());
        model.addAttribute("form", form);
        if (!post.readable()) {
            response.setStatus(HttpStatus.GONE.value());
            return "group/board/hidden";
        }
        model.addAttribute("body", markdown.html(post.body()));
        if (!post.talks()) {
            return "group/board/own";
        }
        var reading = threads.read(
                Board.subject(post.id()),
                new Reader(post.viewer(), post.organised()),
                Order.OLDEST,
                comments,
                ConversationPages.SIZE);
        PageKey next = reading.next();
        model.addAttribute("comments", reading.comments());
        model.addAttribute("subscription", reading.mine());
        model.addAttribute("open", reading.open());
        model.addAttribute("first", comments == null ? null : post.path());
        model.addAttribute("next", next == null ? null : post.path() + "?comments=" + next);
        model.addAttribute(
                "answered",
                form.parent() == null
                        ? null
                        : conversations
                                .author(Board.subject(post.id()), form.parent(), post.viewer())
                                .orElse(null));
        return PAGE;
    }
}
