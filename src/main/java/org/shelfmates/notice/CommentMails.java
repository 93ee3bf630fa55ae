package org.shelfmates.notice;

import java.util.Locale;
import org.shelfmates.tweetup.talk.GuestCommentAsked;
import org.shelfmates.tweetup.talk.GuestCommentLinks;
import org.shelfmates.web.Settings;
import org.springframework.stereotype.Component;

/** The mail that somebody without an account needs to comment: the link that confirms. */
@Component
class CommentMails {

    private final GuestCommentLinks links;
    private final Mails mails;
    private final Settings settings;

    CommentMails(GuestCommentLinks links, Mails mails, Settings settings) {
        this.links = links;
        this.mails = mails;
        this.settings = settings;
    }

    @AfterCommit
    void on(GuestCommentAsked event) {
        links.letter(event)
                .ifPresent(letter -> mails.send(
                        letter.email(),
                        Locale.forLanguageTag(letter.language()),
                        "comment-confirm",
                        letter.name(),
                        letter.title(),
                        settings.absolute(letter.path())));
    }
}
