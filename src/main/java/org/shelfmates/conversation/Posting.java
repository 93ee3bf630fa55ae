package org.shelfmates.conversation;

import org.shelfmates.account.Viewer;
import org.shelfmates.web.TooManyRequestsException;
import org.springframework.stereotype.Component;

/** What a page with a conversation does with a comment that is sent to it. */
@Component
public class Posting {

    private final Conversations conversations;
    private final ConversationPages pages;
    private final CommentLimits limits;

    Posting(Conversations conversations, ConversationPages pages, CommentLimits limits) {
        this.conversations = conversations;
        this.pages = pages;
        this.limits = limits;
    }

    /**
     * Posts it, by the rules of {@link Conversations#post}.
     *
     * @param path of the page
     * @return where on it the comment is to be read, as the name of a view
     * @throws TooManyRequestsException when they have posted too many
     */
    public String post(Subject subject, Viewer author, CommentForm form, String path) {
        limits.take(author.handle());
        long comment = conversations.post(subject, author.id(), form);
        String page = pages.pageOf(comment);
        String where = "?posted=" + comment + (page == null ? "" : "&comments=" + page);
        return "redirect:" + path + where + "#comment-" + comment;
    }
}
