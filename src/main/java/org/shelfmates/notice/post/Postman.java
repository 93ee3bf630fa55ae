package org.shelfmates.notice.post;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.shelfmates.notice.AfterCommit;
import org.shelfmates.notice.MailsDue;
import org.shelfmates.web.RateLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, as soon as it was written and every few seconds, on every instance; what is claimed by one is not
 * sent by another ({@link Mailbag}). No transaction is open while a mail server takes its time.
 */
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    /** By one connection, before the database hears of it: as many come twice when this instance dies in between. */
    private static final int BATCH = 20;

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12));

    private final Mailbag mailbag;
    private final LetterWriter writer;
    private final Carrier carrier;
    private final RateLimits limits;
    private final Pace pace;
    private final Clock clock;

    private final AtomicBoolean more = new AtomicBoolean();
    private final AtomicBoolean busy = new AtomicBoolean();

    Postman(Mailbag mailbag, LetterWriter writer, JavaMailSender sender, RateLimits limits, Pace pace, Clock clock) {
        this.mailbag = mailbag;
        this.writer = writer;
        this.carrier = new Carrier(sender);
        this.limits = limits;
        this.pace = pace;
        this.clock = clock;
    }

    @AfterCommit
    void on(MailsDue event) {
        deliver();
    }

    /** Sends all that is due. When that is going on already, whoever does it goes on with what has become due meanwhile. */
    @Scheduled(initialDelayString = "PT15S", fixedDelayString = "PT10S")
    void deliver() {
        more.set(true);
        while (more.get() && busy.compareAndSet(false, true)) {
            try {
                more.set(false);
                int claimed;
                do {
                    claimed = deliver(BATCH);
                } while (claimed == BATCH);
            } finally {
                busy.set(false);
            }
        }
    }

    private int deliver(int most) {
        Instant now = clock.instant();
        List<Letter> letters = mailbag.claim(now, most);
        Map<MimeMessage, Letter> mails = new LinkedHashMap<>();
        for (Letter letter : letters) {
            if (!wanted(letter)) {
                continue;
            }
            Duration wait = pace.wait(letter.email(), limits);
            if (!wait.isZero()) {
                mailbag.putOff(letter.id(), now.plus(wait));
                continue;
            }
            try {
                mails.put(writer.write(letter), letter);
            } catch (MessagingException | RuntimeException e) {
                LOG.error("the mail of notice {} could not be written", letter.id(), e);
                failed(letter, e);
            }
        }
        send(mails);
        return letters.size();
    }

    private boolean wanted(Letter letter) {
        Letter.Unwanted unwanted = letter.unwanted();
        if (unwanted == Letter.Unwanted.REFUSED) {
            mailbag.giveUp(letter.id(), "a mail server refused this address before");
        } else if (unwanted != null) {
            mailbag.drop(letter.id());
        }
        return unwanted == null;
    }

    private void send(Map<MimeMessage, Letter> mails) {
        Map<Object, Exception> failures = carrier.send(mails.keySet());
        List<Long> sent = new ArrayList<>();
        mails.forEach((mail, letter) -> {
            Exception failure = failures.get(mail);
            if (failure == null) {
                sent.add(letter.id());
            } else {
                failed(letter, failure);
            }
        });
        mailbag.sent(sent, clock.instant());
    }

    private void failed(Letter letter, Exception failure) {
        String error = String.valueOf(failure.getMessage());
        if (Carrier.refused(failure)) {
            mailbag.refuse(letter.email(), error, clock.instant());
            mailbag.giveUp(letter.id(), error);
        } else if (letter.tries() > PAUSES.size()) {
            LOG.warn("the mail of notice {} is given up after {} tries", letter.id(), letter.tries());
            mailbag.giveUp(letter.id(), error);
        } else {
            mailbag.tryAgain(letter.id(), clock.instant().plus(PAUSES.get(letter.tries() - 1)), error);
        }
    }
}
