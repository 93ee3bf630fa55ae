package org.shelfmates.notice;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
class GuestMails {

    private final GuestLetters letters;
    private final Mails mails;
    private final MessageSource messages;
    private final Dates dates;
    private final Settings settings;

    GuestMails(GuestLetters letters, Mails mails, MessageSource messages, Dates dates, Settings settings) {
        this.letters = letters;
        this.mails = mails;
        this.messages = messages;
        this.dates = dates;
        this.settings = settings;
    }

    @AfterCommit
    void on(GuestAsked event) {
        letters.toConfirm(event.wishId()).ifPresent(letter -> {
            Locale language = Locale.forLanguageTag(letter.language());
            send("guest-confirm", letter, language, held(letter, letter.heldUntil(), language));
        });
    }

    private String held(GuestLetter letter, @Nullable Instant until, Locale language) {
        return until == null
                ? ""
                : messages.getMessage(
                        "mail.guest-confirm.held",
                        new Object[] {dates.momentWithZone(until, letter.zone(), language)},
                        language);
    }

    @AfterCommit
    void on(GuestAnswered event) {
        letters.toManage(event.rsvpId()).ifPresent(letter -> {
            Locale language = Locale.forLanguageTag(letter.language());
            send(
                    "guest-manage",
                    letter,
                    language,
                    messages.getMessage("mail.guest-manage." + letter.state(), null, language));
        });
    }

    private void send(String kind, GuestLetter letter, Locale language, String words) {
        mails.send(
                letter.email(), language, kind, letter.name(), letter.title(), settings.absolute(letter.path()), words);
    }
}
