package org.shelfmates.tweetup.poll;

import java.util.Optional;
import org.shelfmates.tweetup.PrivatePage;
import org.springframework.stereotype.Component;

/** The private page of a guest who answers polls. */
@Component
class BallotPrivatePage implements PrivatePage {

    private final Ballots ballots;

    BallotPrivatePage(Ballots ballots) {
        this.ballots = ballots;
    }

    @Override
    public String kind() {
        return "votes";
    }

    @Override
    public Optional<Long> guest(String token) {
        return ballots.toManage(token).map(Ballots.ToManage::guestId);
    }
}
