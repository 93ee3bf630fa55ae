package org.shelfmates.tweetup.poll;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.PagePart;
import org.shelfmates.tweetup.State;
import org.shelfmates.tweetup.TweetupCard;
import org.shelfmates.tweetup.TweetupPage;
import org.springframework.stereotype.Component;

/** How the polls stand, on the page of a tweetup that has no date; where only the venue is open, that there may be one. */
@Component
class PollPart implements PagePart {

    private final PollPages pages;

    PollPart(PollPages pages) {
        this.pages = pages;
    }

    @Override
    public Map<String, Object> of(TweetupPage page, @Nullable Long viewer) {
        TweetupCard card = page.card();
        State state = card.state();
        boolean undated = state == State.IDEA || state == State.POLLING;
        return Map.of(
                "polls",
                undated ? pages.of(card.id(), state, card.zone(), viewer) : List.of(),
                "undated",
                undated,
                "unplaced",
                state == State.SCHEDULED && card.venue().isEmpty());
    }
}
