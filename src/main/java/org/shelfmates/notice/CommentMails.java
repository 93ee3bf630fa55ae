package org.shelfmates.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.shelfmates.tweetup.talk.GuestCommentAsked;
import org.shelfmates.tweetup.talk.GuestCommentLinks;
import org.shelfmates.web.Settings;
import org.springframework.stereotype.Component;

/** The mail that somebody without an account needs to comment: the link that confirms. */
@Component
class CommentMails implements DirectWriter {

    private static final String CONFIRM = "comment-confirm";

    private final GuestCommentLinks links;
    private final DirectMails mails;
    private final Settings settings;

    CommentMails(GuestCommentLinks links, DirectMails mails, Settings settings) {
        this.links = links;
        this.mails = mails;
        this.settings = settings;
    }

    @AfterCommit
    void on(GuestCommentAsked event) {
        mails.send(CONFIRM, Locale.UK, event.guestCommentId());
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CONFIRM);
    }

    @Override
    public Optional<Written> write(String kind, List<Long> about, Locale asked) {
        return links.letter(new GuestCommentAsked(about.get(0))).map(letter -> {
            String link = settings.absolute(letter.path());
            return new Written(
                    kind,
                    letter.email(),
                    Locale.forLanguageTag(letter.language()),
                    link,
                    List.of(letter.name(), letter.title(), link));
        });
    }
}
