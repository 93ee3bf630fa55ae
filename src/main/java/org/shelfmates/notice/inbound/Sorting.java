package org.shelfmates.notice.inbound;

import jakarta.mail.MessagingException;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Where a mail that came belongs: what machines write never becomes a comment, and nobody is answered to it. */
@Component
class Sorting {

    private final Answers answers;
    private final Reports reports;

    Sorting(Answers answers, Reports reports) {
        this.answers = answers;
        this.reports = reports;
    }

    /**
     * Does with it what is to be done. When it returns the mail can be deleted; when the same one comes again, that is
     * noticed.
     *
     * @throws MessagingException when it cannot be read, likewise {@link IOException}
     */
    void sort(IncomingMail mail) throws MessagingException, IOException {
        if (!mail.automatic()) {
            answers.take(mail);
        } else if (mail.whole()) {
            reports.take(mail);
        }
    }
}
