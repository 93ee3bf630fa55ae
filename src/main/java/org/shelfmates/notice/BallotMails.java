package org.shelfmates.notice;

import java.util.Locale;
import org.shelfmates.tweetup.poll.BallotAsked;
import org.shelfmates.tweetup.poll.BallotCast;
import org.shelfmates.tweetup.poll.BallotLetter;
import org.shelfmates.tweetup.poll.BallotLetters;
import org.shelfmates.tweetup.poll.GuestCanCome;
import org.shelfmates.web.Dates;
import org.shelfmates.web.Settings;
import org.springframework.stereotype.Component;

/** The mails to somebody without an account who answers polls: to confirm, to change it later, and when there is a date. */
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

    @AfterCommit
    void on(BallotAsked event) {
        letters.toConfirm(event).ifPresent(letter -> send("vote-confirm", letter));
    }

    @AfterCommit
    void on(BallotCast event) {
        letters.toManage(event).ifPresent(letter -> send("vote-manage", letter));
    }

    @AfterCommit
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
