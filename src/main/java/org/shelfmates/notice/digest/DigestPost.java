package org.shelfmates.notice.digest;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shelfmates.notice.Channel;
import org.shelfmates.notice.post.Carrier;
import org.shelfmates.notice.post.Mailbag;
import org.shelfmates.notice.post.Pace;
import org.shelfmates.web.RateLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends the digests that are due, every few minutes, on every instance; what is claimed by one is not sent by another
 * ({@link Turns}). No transaction is open while a mail server takes its time.
 */
@Component
class DigestPost {

    private static final Logger LOG = LoggerFactory.getLogger(DigestPost.class);

    /** By one connection, before the database hears of it: as many come twice when this instance dies in between. */
    private static final int BATCH = 20;

    private final Turns turns;
    private final Digests digests;
    private final DigestWriter writer;
    private final Mailbag mailbag;
    private final Carrier carrier;
    private final RateLimits limits;
    private final Pace pace;
    private final Clock clock;

    DigestPost(
            Turns turns,
            Digests digests,
            DigestWriter writer,
            Mailbag mailbag,
            JavaMailSender sender,
            RateLimits limits,
            Pace pace,
            Clock clock) {
        this.turns = turns;
        this.digests = digests;
        this.writer = writer;
        this.mailbag = mailbag;
        this.carrier = new Carrier(sender);
        this.limits = limits;
        this.pace = pace;
        this.clock = clock;
    }

    private record Written(Turn turn, Digest digest) {}

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT5M")
    void deliver() {
        deliver(Channel.DAILY);
        deliver(Channel.WEEKLY);
    }

    private void deliver(Channel channel) {
        Instant now = clock.instant();
        Map<ZoneId, Instant> mornings = new HashMap<>();
        turns.zones().forEach(zone -> mornings.put(zone, Mornings.last(channel, zone, now)));
        turns.passOver(channel, mornings, now);
        List<Turn> claimed;
        long last = 0;
        boolean reached;
        do {
            claimed = turns.claim(channel, mornings, now, last, BATCH);
            reached = deliver(claimed, now);
            last = claimed.isEmpty() ? last : claimed.get(claimed.size() - 1).librarianId();
        } while (!claimed.isEmpty() && reached);
    }

    /** @return whether there is a mail server, as far as one can tell */
    private boolean deliver(List<Turn> claimed, Instant now) {
        Map<MimeMessage, Written> mails = new LinkedHashMap<>();
        for (Turn turn : claimed) {
            try {
                write(turn, now, mails);
            } catch (MessagingException | RuntimeException e) {
                LOG.error("the digest of librarian {} could not be written", turn.librarianId(), e);
            }
        }
        Map<Object, Exception> failures = carrier.send(mails.keySet());
        mails.forEach((mail, written) -> {
            Exception failure = failures.get(mail);
            if (failure == null) {
                turns.done(written.turn(), written.digest().notices(), clock.instant());
            } else {
                failed(written.turn(), failure);
            }
        });
        return mails.isEmpty() || failures.size() < mails.size();
    }

    private void write(Turn turn, Instant now, Map<MimeMessage, Written> mails) throws MessagingException {
        Digest digest = digests.read(turn, now);
        if (digest.isEmpty()) {
            turns.done(turn, List.of(), now);
        } else if (!pace.wait(turn.email(), limits).isZero()) {
            turns.giveBack(turn);
        } else {
            mails.put(writer.write(turn, digest), new Written(turn, digest));
        }
    }

    /**
     * What was not accepted is tried again when its claim is over, so that what always fails holds up nobody: the rounds in
     * between go to others. Everything in it is still waiting.
     */
    private void failed(Turn turn, Exception failure) {
        if (Carrier.refused(failure)) {
            mailbag.refuse(turn.email(), String.valueOf(failure.getMessage()), clock.instant());
            turns.giveBack(turn);
        } else {
            LOG.warn("the digest of librarian {} is tried again: {}", turn.librarianId(), failure.getMessage());
        }
    }
}
