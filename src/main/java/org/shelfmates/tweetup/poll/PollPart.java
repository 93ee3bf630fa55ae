package org.shelfmates.tweetup.poll;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.PagePart;
import org.shelfmates.tweetup.State;
import org.shelfmates.tweetup.TweetupCard;
import org.springframework.stereotype.Component;

/** How the polls stand, on the page of a tweetup that has no date or no venue yet. */
@Component
class PollPart implements PagePart {

    private final PollPages pages;

    PollPart(PollPages pages) {
        this.pages = pages;
    }

    @Override
    public Map<String, Object> of(TweetupCard card, @Nullable Long viewer) {
        State state = card.state();
        boolean asked = state == State.IDEA
                || state == State.POLLING
                || state == State.SCHEDULED && card.venue().isEmpty();
        return Map.of(
                "polls",
                asked ? pages.of(card.id(), state, card.zone(), viewer) : List.of(),
                "undated",
                state == State.IDEA || state == State.POLLING);
    }
}
