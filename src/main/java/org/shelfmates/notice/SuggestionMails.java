package org.shelfmates.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.shelfmates.venue.appeal.SuggestionAsked;
import org.shelfmates.venue.appeal.SuggestionLinks;
import org.shelfmates.web.Settings;
import org.springframework.stereotype.Component;

/** The mail that somebody without an account needs to answer an appeal: the link that confirms. */
@Component
class SuggestionMails implements DirectWriter {

    private static final String CONFIRM = "suggestion-confirm";

    private final SuggestionLinks links;
    private final DirectMails mails;
    private final Settings settings;

    SuggestionMails(SuggestionLinks links, DirectMails mails, Settings settings) {
        this.links = links;
        this.mails = mails;
        this.settings = settings;
    }

    @AfterCommit
    void on(SuggestionAsked event) {
        mails.send(CONFIRM, Locale.UK, event.suggestionId());
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CONFIRM);
    }

    @Override
    public Optional<Written> write(String kind, List<Long> about, Locale asked) {
        return links.letter(new SuggestionAsked(about.get(0))).map(letter -> {
            String link = settings.absolute(letter.path());
            return new Written(
                    kind,
                    letter.email(),
                    Locale.forLanguageTag(letter.language()),
                    link,
                    List.of(letter.name(), letter.words(), link));
        });
    }
}
