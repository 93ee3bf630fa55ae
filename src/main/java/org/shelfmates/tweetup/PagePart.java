package org.shelfmates.tweetup;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a capability of its own puts on a tweetup's page, by one statement at most. */
public interface PagePart {

    /**
     * @param viewer the librarian who looks at it, or null for strangers, who all see the same
     * @return what its template needs, under names that no other part uses
     */
    Map<String, Object> of(TweetupPage page, @Nullable Long viewer);
}
