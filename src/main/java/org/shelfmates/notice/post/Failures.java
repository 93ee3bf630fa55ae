package org.shelfmates.notice.post;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done with a mail that could not be written or was not taken: tried again later, or given up. */
class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12));

    private final Mailbag mailbag;
    private final Clock clock;

    Failures(Mailbag mailbag, Clock clock) {
        this.mailbag = mailbag;
        this.clock = clock;
    }

    /** What is wrong with us, not with a server: nothing of the mail is in the log or the table, for a link in it is secret. */
    void unwritten(Queue queue, long id, int tries, Exception failure) {
        LOG.error("the mail {} could not be written", queue.name(id), failure);
        later(queue, id, tries, "it could not be written: " + failure.getClass().getSimpleName());
    }

    void notTaken(Claimed mail, Exception failure) {
        String error = String.valueOf(failure.getMessage());
        if (Carrier.refused(failure)) {
            mailbag.refuse(mail.email(), error, clock.instant());
            mailbag.giveUp(mail.queue(), mail.id(), error);
        } else {
            later(mail.queue(), mail.id(), mail.tries(), error);
        }
    }

    void refusedBefore(Claimed mail) {
        mailbag.giveUp(mail.queue(), mail.id(), "a mail server refused this address before");
    }

    private void later(Queue queue, long id, int tries, String error) {
        if (tries > PAUSES.size()) {
            LOG.warn("the mail {} is given up after {} tries", queue.name(id), tries);
            mailbag.giveUp(queue, id, error);
        } else {
            mailbag.tryAgain(queue, id, clock.instant().plus(PAUSES.get(tries - 1)), error);
        }
    }
}
