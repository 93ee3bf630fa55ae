package org.shelfmates.tweetup;

import java.util.List;
import java.util.Map;
import org.shelfmates.conversation.ledger.Ledger;
import org.shelfmates.conversation.ledger.LedgerEntry;
import org.shelfmates.conversation.ledger.Owner;
import org.shelfmates.conversation.ledger.Subscriptions;
import org.shelfmates.conversation.ledger.Tab;
import org.shelfmates.web.BadRequestException;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The small ledger on a guest's private pages. Opening a tweetup's page leaves no trace of a guest, for whom it is the same as
 * for every stranger: guests say themselves what they have read.
 */
@Component
public class GuestLedger {

    private static final int MOST = 20;

    private final Ledger ledger;
    private final Subscriptions subscriptions;

    GuestLedger(Ledger ledger, Subscriptions subscriptions) {
        this.ledger = ledger;
        this.subscriptions = subscriptions;
    }

    /** Their conversations, those with the newest comments. */
    public List<LedgerEntry> of(long guest) {
        return ledger.read(Owner.guest(guest), Tab.ALL, null, MOST).entries();
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

    /** What a guest has in the ledger goes over to the account that claims what the guest said. */
    @EventListener
    void on(GuestClaimed claimed) {
        subscriptions.claim(claimed.guestId(), claimed.librarianId());
    }
}
