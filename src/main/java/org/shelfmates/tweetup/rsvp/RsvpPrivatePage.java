package org.shelfmates.tweetup.rsvp;

import java.util.Optional;
import org.shelfmates.tweetup.PrivatePage;
import org.springframework.stereotype.Component;

/** The private page of a guest who answered an invitation. */
@Component
class RsvpPrivatePage implements PrivatePage {

    private final GuestRsvps answers;

    RsvpPrivatePage(GuestRsvps answers) {
        this.answers = answers;
    }

    @Override
    public String kind() {
        return "rsvps";
    }

    @Override
    public Optional<Long> guest(String token) {
        return Optional.ofNullable(answers.link(token).guestId());
    }
}
