package org.shelfmates.tweetup.talk;

import java.util.Optional;
import org.shelfmates.tweetup.PrivatePage;
import org.springframework.stereotype.Component;

/** The private page of a guest who commented: the link that confirmed the comment. */
@Component
class CommentPrivatePage implements PrivatePage {

    private final GuestCommentLinks links;

    CommentPrivatePage(GuestCommentLinks links) {
        this.links = links;
    }

    @Override
    public String kind() {
        return "guest-comments";
    }

    @Override
    public Optional<Long> guest(String token) {
        GuestCommentLinks.Target target = links.find(token);
        return target.mine() ? Optional.of(target.guestId()) : Optional.empty();
    }
}
