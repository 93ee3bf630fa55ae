package org.shelfmates.tweetup.planning;

import jakarta.servlet.http.HttpServletResponse;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.TweetupPage;
import org.shelfmates.tweetup.TweetupPages;
import org.shelfmates.web.NotFoundException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Where planners' forms lead: back to the tweetup's page, or to a page with these forms only and what is wrong. */
@Component
class TogetherPage {

    private final Plans plans;
    private final TweetupPages pages;
    private final TogetherPart part;

    TogetherPage(Plans plans, TweetupPages pages, TogetherPart part) {
        this.plans = plans;
        this.pages = pages;
        this.part = part;
    }

    /**
     * Before a planner's form is looked at: nobody else learns what would be wrong with it.
     *
     * @throws AccessDeniedException for anybody who is no planner
     */
    Plans.Plan forPlanner(long id, Viewer viewer) {
        return plans.plan(id, viewer).forPlanner();
    }

    String done(long id, Viewer viewer) {
        return "redirect:" + plans.plan(id, viewer).path() + "#together";
    }

    /** @param form the name of the one that is wrong, with its errors in the model */
    String refused(long id, Viewer viewer, String form, Model model, HttpServletResponse response) {
        TweetupPage page = pages.byId(id, null).orElseThrow(NotFoundException::new);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("card", page.card());
        model.mergeAttributes(part.of(page, viewer.id()));
        model.addAttribute("form", model.getAttribute(form));
        model.addAttribute("wrong", form);
        return "tweetup/planning-form";
    }
}
