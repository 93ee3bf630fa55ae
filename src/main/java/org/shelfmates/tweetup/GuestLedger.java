package org.shelfmates.tweetup;

import java.util.Map;
import org.shelfmates.conversation.Level;
import org.shelfmates.conversation.ledger.Ledger;
import org.shelfmates.conversation.ledger.Owner;
import org.shelfmates.conversation.ledger.Subscriptions;
import org.shelfmates.conversation.ledger.Tab;
import org.shelfmates.web.BadRequestException;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The small ledger on a guest's private pages. Opening a tweetup's page leaves no trace of a guest, for whom it is the same as
 * for every stranger: guests say themselves what they have read.
 */
@Component
public class GuestLedger {

    private static final int MOST = 20;

    private final Ledger ledger;
    private final Subscriptions subscriptions;
    private final GuestSaid said;

    GuestLedger(Ledger ledger, Subscriptions subscriptions, GuestSaid said) {
        this.said = said;
        this.ledger = ledger;
        this.subscriptions = subscriptions;
    }

    /** Puts what their private page shows of conversations into the model: those with the newest comments, what they said. */
    public void show(long guest, Model model) {
        model.addAttribute(
                "ledger", ledger.read(Owner.guest(guest), Tab.ALL, null, MOST).entries());
        model.addAttribute("said", said.of(guest));
    }

    /** The address of the first unread comment; changes nothing, since mail scanners open links too. */
    public String firstUnread(long guest, long thread) {
        return ledger.firstUnread(Owner.guest(guest), thread);
    }

    /** @param last the position of the last comment that their page told of */
    public void markRead(long guest, long thread, String last) {
        BadRequestException.unless(last.matches("\\d{1,9}"), "not a position");
        ledger.markRead(Owner.guest(guest), Map.of(thread, Integer.valueOf(last)));
    }

    public void tellOf(long guest, long thread, Level level) {
        subscriptions.set(thread, Owner.guest(guest), level);
    }

    public void leave(long guest, long thread) {
        subscriptions.leave(thread, Owner.guest(guest));
    }

    /** What a guest has in the ledger goes over to the account that claims what the guest said. */
    @EventListener
    void on(GuestClaimed claimed) {
        subscriptions.claim(claimed.guestId(), claimed.librarianId());
    }
}
