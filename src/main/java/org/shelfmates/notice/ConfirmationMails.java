package org.shelfmates.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.shelfmates.tweetup.talk.GuestCommentAsked;
import org.shelfmates.tweetup.talk.GuestCommentLinks;
import org.shelfmates.venue.appeal.SuggestionAsked;
import org.shelfmates.venue.appeal.SuggestionLinks;
import org.shelfmates.web.Settings;
import org.springframework.stereotype.Component;

/** The mails that somebody without an account needs to comment, and to answer an appeal: the link that confirms. */
@Component
class ConfirmationMails implements DirectWriter {

    private static final String COMMENT = "comment-confirm";
    private static final String SUGGESTION = "suggestion-confirm";

    private final GuestCommentLinks comments;
    private final SuggestionLinks suggestions;
    private final DirectMails mails;
    private final Settings settings;

    ConfirmationMails(GuestCommentLinks comments, SuggestionLinks suggestions, DirectMails mails, Settings settings) {
        this.comments = comments;
        this.suggestions = suggestions;
        this.mails = mails;
        this.settings = settings;
    }

    @AfterCommit
    void on(GuestCommentAsked event) {
        mails.send(COMMENT, Locale.UK, event.guestCommentId());
    }

    @AfterCommit
    void on(SuggestionAsked event) {
        mails.send(SUGGESTION, Locale.UK, event.suggestionId());
    }

    @Override
    public Set<String> kinds() {
        return Set.of(COMMENT, SUGGESTION);
    }

    @Override
    public Optional<Written> write(String kind, List<Long> about, Locale asked) {
        long id = about.get(0);
        return kind.equals(COMMENT)
                ? comments.letter(new GuestCommentAsked(id))
                        .map(one -> written(kind, one.email(), one.language(), one.path(), one.name(), one.title()))
                : suggestions
                        .letter(new SuggestionAsked(id))
                        .map(one -> written(kind, one.email(), one.language(), one.path(), one.name(), one.words()));
    }

    private Written written(String kind, String email, String language, String path, String name, String about) {
        String link = settings.absolute(path);
        return new Written(kind, email, Locale.forLanguageTag(language), link, List.of(name, about, link));
    }
}
