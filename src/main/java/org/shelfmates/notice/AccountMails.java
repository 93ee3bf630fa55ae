package org.shelfmates.notice;

import java.util.Locale;
import org.shelfmates.account.ConfirmationRequested;
import org.shelfmates.account.EmailConfirmations;
import org.shelfmates.web.Settings;
import org.springframework.stereotype.Component;

/** The mails about one's account. */
@Component
class AccountMails {

    private final EmailConfirmations confirmations;
    private final Mails mails;
    private final Readers readers;
    private final Settings settings;

    AccountMails(EmailConfirmations confirmations, Mails mails, Readers readers, Settings settings) {
        this.readers = readers;
        this.confirmations = confirmations;
        this.mails = mails;
        this.settings = settings;
    }

    /** The one mail that an unconfirmed address gets; where the address is somebody else's, they are told instead. */
    @AfterCommit
    void on(ConfirmationRequested event) {
        Locale language = Locale.forLanguageTag(event.language());
        readers.begin(event.accountId(), language);
        confirmations.write(event.accountId()).ifPresent(letter -> {
            if (letter.token() == null) {
                mails.send(letter.email(), language, "address-known", settings.absolute("/sign-in"));
            } else {
                mails.send(
                        letter.email(),
                        language,
                        "confirm",
                        letter.handle(),
                        settings.absolute("/confirmations/" + letter.token()));
            }
        });
    }
}
