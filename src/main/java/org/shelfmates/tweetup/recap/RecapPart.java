package org.shelfmates.tweetup.recap;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.PagePart;
import org.shelfmates.tweetup.TweetupPage;
import org.shelfmates.web.Markdown;
import org.springframework.stereotype.Component;

/** How it was, on a tweetup's page. It has no statement of its own: the page's is the last that fits its budget. */
@Component
class RecapPart implements PagePart {

    private final Markdown markdown;

    RecapPart(Markdown markdown) {
        this.markdown = markdown;
    }

    @Override
    public Map<String, Object> of(TweetupPage page, @Nullable Long viewer) {
        return Map.of(
                "memory", page.memory(), "recap", markdown.html(page.memory().recap()));
    }
}
