package org.shelfmates.tweetup;

import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.conversation.CommentForm;
import org.shelfmates.conversation.Order;
import org.shelfmates.web.Markdown;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PageKey;
import org.shelfmates.web.Settings;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A tweetup's page, for the controllers of everything that is done on it. */
@Component
public class TweetupView {

    /** The name of its template. */
    public static final String PAGE = "tweetup/page";

    private final TweetupPages pages;
    private final Markdown markdown;
    private final Settings settings;

    TweetupView(TweetupPages pages, Markdown markdown, Settings settings) {
        this.pages = pages;
        this.markdown = markdown;
        this.settings = settings;
    }

    /** Its first page, with a form that was refused. */
    public TweetupCard show(long id, @Nullable Viewer viewer, CommentForm form, Model model) {
        return show(id, viewer, Order.OLDEST, null, form, model);
    }

    /**
     * @param order of the conversation, and {@code comments} the key of a later page of it, or null
     * @param form a comment that is not posted yet
     * @param model filled with what the template shows; what a form left there stays
     * @throws NotFoundException when there is none of this id
     */
    TweetupCard show(
            long id, @Nullable Viewer viewer, Order order, @Nullable String comments, CommentForm form, Model model) {
        TweetupPages.Whole whole = pages.whole(id, viewer == null ? null : viewer.id(), order, comments, form.parent())
                .orElseThrow(NotFoundException::new);
        TweetupCard card = whole.tweetup().card();
        PageKey next = whole.conversation().next();
        model.mergeAttributes(whole.parts());
        model.addAttribute("form", form);
        model.addAttribute("answered", whole.answered());
        model.addAttribute("tweetup", whole.tweetup());
        model.addAttribute("card", card);
        model.addAttribute("address", settings.absolute(card.path()));
        model.addAttribute("plan", markdown.html(whole.tweetup().plan()));
        model.addAttribute("maybe", whole.tweetup().maybe());
        model.addAttribute("comments", whole.conversation().comments());
        model.addAttribute("open", whole.conversation().open());
        model.addAttribute("order", order);
        model.addAttribute("orders", Order.values());
        model.addAttribute("subscription", whole.conversation().mine());
        model.addAttribute("later", comments != null);
        String ordered = order == Order.OLDEST ? "?" : "?order=" + order.word() + "&";
        model.addAttribute("first", card.path() + ordered.substring(0, ordered.length() - 1));
        model.addAttribute("next", next == null ? null : card.path() + ordered + "comments=" + next + "#conversation");
        return card;
    }
}
