package org.shelfmates.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.shelfmates.account.ConfirmationRequested;
import org.shelfmates.account.EmailConfirmations;
import org.shelfmates.web.Settings;
import org.springframework.stereotype.Component;

/** The mails about one's account. */
@Component
class AccountMails implements DirectWriter {

    private static final String CONFIRM = "confirm";
    private static final String KNOWN = "address-known";

    private final EmailConfirmations confirmations;
    private final DirectMails mails;
    private final Readers readers;
    private final Settings settings;

    AccountMails(EmailConfirmations confirmations, DirectMails mails, Readers readers, Settings settings) {
        this.readers = readers;
        this.confirmations = confirmations;
        this.mails = mails;
        this.settings = settings;
    }

    @AfterCommit
    void on(ConfirmationRequested event) {
        Locale language = Locale.forLanguageTag(event.language());
        readers.begin(event.accountId(), language);
        mails.send(CONFIRM, language, event.accountId());
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CONFIRM);
    }

    /** The one mail that an unconfirmed address gets; where the address is somebody else's, they are told instead. */
    @Override
    public Optional<Written> write(String kind, List<Long> about, Locale asked) {
        return confirmations.write(about.get(0)).map(letter -> {
            if (letter.token() == null) {
                String link = settings.absolute("/sign-in");
                return new Written(KNOWN, letter.email(), asked, link, List.of(link));
            }
            String link = settings.absolute("/confirmations/" + letter.token());
            return new Written(CONFIRM, letter.email(), asked, link, List.of(letter.handle(), link));
        });
    }
}
