package org.shelfmates.venue.appeal;

import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.conversation.CommentForm;
import org.shelfmates.web.Markdown;
import org.shelfmates.web.PageKey;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** An appeal's page, for the controllers of everything that is done on it. */
@Component
class AppealView {

    static final String PAGE = "venue/appeal/page";

    private final AppealPages pages;
    private final Markdown markdown;

    AppealView(AppealPages pages, Markdown markdown) {
        this.pages = pages;
        this.markdown = markdown;
    }

    /**
     * @param comments the key of a later page of its conversation, or null
     * @param form a comment that is not posted yet
     * @param model filled with what the template shows; what a form left there stays
     */
    String show(long id, @Nullable Viewer viewer, @Nullable String comments, CommentForm form, Model model) {
        AppealPages.Whole whole = pages.whole(id, viewer == null ? null : viewer.id(), comments, form.parent());
        PageKey next = whole.conversation().next();
        String path = whole.appeal().path();
        model.addAttribute("form", form);
        model.addAttribute("appeal", whole.appeal());
        model.addAttribute("details", markdown.html(whole.appeal().details()));
        model.addAttribute("suggestions", whole.suggestions());
        model.addAttribute("helpers", whole.helpers());
        model.addAttribute("answered", whole.answered());
        model.addAttribute("comments", whole.conversation().comments());
        model.addAttribute("subscription", whole.conversation().mine());
        model.addAttribute("first", comments == null ? null : path);
        model.addAttribute("next", next == null ? null : path + "?comments=" + next + "#conversation");
        return PAGE;
    }

    /** Its first page, after something else than a comment was refused. */
    String show(long id, Viewer viewer, Model model) {
        return show(id, viewer, null, new CommentForm("", null), model);
    }
}
