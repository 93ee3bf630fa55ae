package org.shelfmates.tweetup.poll;

import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.GuestLedger;
import org.shelfmates.tweetup.Plans;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the private page of a guest shows who answers polls. */
@Component
class GuestPage {

    private final Plans plans;
    private final PollPages pages;
    private final GuestDates dates;
    private final GuestLedger ledger;

    GuestPage(Plans plans, PollPages pages, GuestDates dates, GuestLedger ledger) {
        this.ledger = ledger;
        this.plans = plans;
        this.pages = pages;
        this.dates = dates;
    }

    /** @param problem the message that says what was wrong, or null */
    void show(Ballots.ToManage mine, @Nullable String problem, Model model) {
        Plans.Plan plan = plans.plan(mine.tweetupId(), null);
        model.addAttribute("plan", plan);
        model.addAttribute("polls", pages.ofGuest(plan, mine.guestId()));
        model.addAttribute("date", dates.of(mine.tweetupId(), mine.guestId()).orElse(null));
        ledger.show(mine.guestId(), model);
        model.addAttribute("problem", problem);
    }
}
