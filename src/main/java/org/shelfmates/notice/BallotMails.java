package org.shelfmates.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
class BallotMails implements DirectWriter {

    private static final String CONFIRM = "vote-confirm";
    private static final String MANAGE = "vote-manage";
    private static final String DATE = "vote-date";

    private final BallotLetters letters;
    private final DirectMails mails;
    private final Dates dates;
    private final Settings settings;

    BallotMails(BallotLetters letters, DirectMails mails, Dates dates, Settings settings) {
        this.letters = letters;
        this.mails = mails;
        this.dates = dates;
        this.settings = settings;
    }

    @AfterCommit
    void on(BallotAsked event) {
        mails.send(CONFIRM, Locale.UK, event.ballotId());
    }

    @AfterCommit
    void on(BallotCast event) {
        mails.send(MANAGE, Locale.UK, event.tweetupId(), event.guestId());
    }

    @AfterCommit
    void on(GuestCanCome event) {
        mails.send(DATE, Locale.UK, event.tweetupId(), event.guestId(), event.optionId());
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CONFIRM, MANAGE, DATE);
    }

    @Override
    public Optional<Written> write(String kind, List<Long> about, Locale asked) {
        return letter(kind, about).map(letter -> {
            Locale language = Locale.forLanguageTag(letter.language());
            String when =
                    letter.startsAt() == null ? "" : dates.momentWithZone(letter.startsAt(), letter.zone(), language);
            String link = settings.absolute(letter.path());
            return new Written(
                    kind, letter.email(), language, link, List.of(letter.name(), letter.title(), link, when));
        });
    }

    private Optional<BallotLetter> letter(String kind, List<Long> about) {
        return switch (kind) {
            case CONFIRM -> letters.toConfirm(new BallotAsked(about.get(0)));
            case MANAGE -> letters.toManage(new BallotCast(about.get(0), about.get(1)));
            default -> letters.toCome(new GuestCanCome(about.get(0), about.get(1), about.get(2)));
        };
    }
}
