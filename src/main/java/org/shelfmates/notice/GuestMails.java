package org.shelfmates.notice;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.shelfmates.tweetup.GuestAnswered;
import org.shelfmates.tweetup.GuestAsked;
import org.shelfmates.tweetup.rsvp.GuestLetter;
import org.shelfmates.tweetup.rsvp.GuestLetters;
import org.shelfmates.web.Dates;
import org.shelfmates.web.Settings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The mails that somebody without an account cannot do without: the links that confirm and manage their answer. */
@Component
class GuestMails implements DirectWriter {

    private static final String CONFIRM = "guest-confirm";
    private static final String MANAGE = "guest-manage";

    private final GuestLetters letters;
    private final DirectMails mails;
    private final MessageSource messages;
    private final Dates dates;
    private final Settings settings;

    GuestMails(GuestLetters letters, DirectMails mails, MessageSource messages, Dates dates, Settings settings) {
        this.letters = letters;
        this.mails = mails;
        this.messages = messages;
        this.dates = dates;
        this.settings = settings;
    }

    @AfterCommit
    void on(GuestAsked event) {
        mails.send(CONFIRM, Locale.UK, event.wishId());
    }

    @AfterCommit
    void on(GuestAnswered event) {
        mails.send(MANAGE, Locale.UK, event.rsvpId());
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CONFIRM, MANAGE);
    }

    @Override
    public Optional<Written> write(String kind, List<Long> about, Locale asked) {
        Optional<GuestLetter> letter =
                kind.equals(CONFIRM) ? letters.toConfirm(about.get(0)) : letters.toManage(about.get(0));
        return letter.map(one -> written(kind, one, Locale.forLanguageTag(one.language())));
    }

    private Written written(String kind, GuestLetter letter, Locale language) {
        String link = settings.absolute(letter.path());
        String state = kind.equals(CONFIRM)
                ? held(letter, language)
                : messages.getMessage("mail.guest-manage." + letter.state(), null, language);
        return new Written(kind, letter.email(), language, link, List.of(letter.name(), letter.title(), link, state));
    }

    private String held(GuestLetter letter, Locale language) {
        Instant until = letter.heldUntil();
        return until == null
                ? ""
                : messages.getMessage(
                        "mail.guest-confirm.held",
                        new Object[] {dates.momentWithZone(until, letter.zone(), language)},
                        language);
    }
}
