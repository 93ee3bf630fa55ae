package org.shelfmates.notice;

import java.util.Locale;
import org.shelfmates.tweetup.poll.BallotAsked;
import org.shelfmates.tweetup.poll.BallotCast;
import org.shelfmates.tweetup.poll.BallotLetter;
import org.shelfmates.tweetup.poll.BallotLetters;
import org.shelfmates.tweetup.poll.GuestCanCome;
import org.shelfmates.web.Dates;
import org.shelfmates.web.Settings;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The mails to somebody without an account who answers polls: to confirm, to change it later, and when there is a date. The
 * listeners have no transaction around them, so that a link is committed before its mail can arrive, and no connection is
 * held while a mail server takes its time.
 */
@Component
class BallotMails {

    private final BallotLetters letters;
    private final Mails mails;
    private final Dates dates;
    private final Settings settings;

    BallotMails(BallotLetters letters, Mails mails, Dates dates, Settings settings) {
        this.letters = letters;
        this.mails = mails;
        this.dates = dates;
        this.settings = settings;
    }

    @Async
    @TransactionalEventListener
    void on(BallotAsked event) {
        letters.toConfirm(event).ifPresent(letter -> send("vote-confirm", letter));
    }

    @Async
    @TransactionalEventListener
    void on(BallotCast event) {
        letters.toManage(event).ifPresent(letter -> send("vote-manage", letter));
    }

    @Async
    @TransactionalEventListener
    void on(GuestCanCome event) {
        letters.toCome(event).ifPresent(letter -> send("vote-date", letter));
    }

    private void send(String kind, BallotLetter letter) {
        Locale language = Locale.forLanguageTag(letter.language());
        String when = letter.startsAt() == null ? "" : dates.momentWithZone(letter.startsAt(), letter.zone(), language);
        mails.send(
                letter.email(), language, kind, letter.name(), letter.title(), settings.absolute(letter.path()), when);
    }
}
