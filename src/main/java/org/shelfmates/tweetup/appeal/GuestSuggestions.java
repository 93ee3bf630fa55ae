package org.shelfmates.tweetup.appeal;

import java.util.Locale;
import org.shelfmates.tweetup.GuestClaimed;
import org.shelfmates.tweetup.rsvp.Guests;
import org.shelfmates.venue.appeal.Draft;
import org.shelfmates.venue.appeal.NotAsItWasException;
import org.shelfmates.venue.appeal.Suggesting;
import org.shelfmates.venue.appeal.SuggestionLinks;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people without an account suggest: held until the link in the mail proves whose it is. */
@Service
class GuestSuggestions {

    private final Guests guests;
    private final Suggesting suggesting;
    private final SuggestionLinks links;

    GuestSuggestions(Guests guests, Suggesting suggesting, SuggestionLinks links) {
        this.guests = guests;
        this.suggesting = suggesting;
        this.links = links;
    }

    /** The mail with the link is sent after the commit. Says nothing of whether the address is known. */
    @Transactional
    void ask(long appeal, String name, String email, Locale language, Draft draft) {
        suggesting.hold(appeal, new Suggesting.Guest(guests.known(name, email), name, language), draft);
    }

    /** Of two at once, one makes it stand, and the other finds it so. */
    @Transactional
    void confirm(SuggestionLinks.Target target) {
        Long guest = target.guestId();
        if (guest != null) {
            guests.prove(guest, target.name());
            suggesting.confirm(target.id(), guests.account(guest).orElse(null));
        }
    }

    /** @throws NotAsItWasException when it is taken, or an account's by now */
    @Transactional
    void withdraw(SuggestionLinks.Target target) {
        Long guest = target.guestId();
        if (guest != null) {
            suggesting.withdraw(target.id(), guest);
        }
    }

    /** @return whether the addresses are the same, so that all that the guest did is the account's now */
    @Transactional
    boolean claim(String token, long librarian) {
        SuggestionLinks.Target target = links.find(token);
        Long guest = target.guestId();
        return guest != null && target.stands() && guests.claimAll(guest, librarian);
    }

    /** What a guest suggested is what their account suggests. */
    @EventListener
    void on(GuestClaimed claimed) {
        suggesting.handOver(claimed.guestId(), claimed.librarianId());
    }
}
