package org.shelfmates.notice.post;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shelfmates.notice.DirectWriter.Written;
import org.shelfmates.web.RateLimits;
import org.springframework.stereotype.Component;

/**
 * Claims mails that are due and writes those that may go now: first what somebody waits for, then notices. A mail's pace is
 * looked at before it is written, where that is known; so what waits costs little.
 */
@Component
class Batches {

    private final Mailbag mailbag;
    private final Directs directs;
    private final Letters letters;
    private final LetterLinks links;
    private final DirectLetterWriter directWriter;
    private final LetterWriter letterWriter;

    Batches(
            Mailbag mailbag,
            Directs directs,
            Letters letters,
            LetterLinks links,
            DirectLetterWriter directWriter,
            LetterWriter letterWriter) {
        this.mailbag = mailbag;
        this.directs = directs;
        this.letters = letters;
        this.links = links;
        this.directWriter = directWriter;
        this.letterWriter = letterWriter;
    }

    /**
     * Mails of this instance.
     *
     * @param claimed how many were due, with those that do not go
     */
    record Batch(int claimed, Map<MimeMessage, Claimed> mails) {}

    /** Claims the next, and sees to those among them that do not go now. */
    Batch next(int most, Instant now, Pace pace, RateLimits limits, Failures failures) {
        List<Directs.Asked> asked = directs.claim(now, most);
        List<Letter> told = asked.size() < most ? letters.claim(now, most - asked.size()) : List.of();
        List<Claimed> claimed = new ArrayList<>(content(asked, failures));
        claimed.addAll(told);
        List<Claimed> going = inTime(wanted(claimed, failures), now, pace, limits);
        return new Batch(asked.size() + told.size(), write(going, failures));
    }

    private List<Direct> content(List<Directs.Asked> asked, Failures failures) {
        Map<Directs.Asked, Written> written = new LinkedHashMap<>();
        List<Long> needless = new ArrayList<>();
        for (Directs.Asked one : asked) {
            try {
                Optional<Written> content = directs.write(one);
                content.ifPresentOrElse(what -> written.put(one, what), () -> needless.add(one.id()));
            } catch (RuntimeException e) {
                failures.unwritten(Queue.DIRECT, one.id(), one.tries(), e);
            }
        }
        if (!needless.isEmpty()) {
            mailbag.drop(Queue.DIRECT, needless);
        }
        return written.isEmpty() ? List.of() : addressed(written);
    }

    private List<Direct> addressed(Map<Directs.Asked, Written> written) {
        Set<String> refused =
                mailbag.refused(written.values().stream().map(Written::email).toList());
        List<Direct> mails = written.entrySet().stream()
                .map(one -> new Direct(
                        one.getKey().id(),
                        one.getKey().tries(),
                        one.getValue(),
                        refused.contains(one.getValue().email().toLowerCase(Locale.ROOT))))
                .toList();
        directs.address(mails);
        return mails;
    }

    private List<Claimed> wanted(List<Claimed> claimed, Failures failures) {
        List<Claimed> wanted = new ArrayList<>();
        List<Long> needless = new ArrayList<>();
        for (Claimed mail : claimed) {
            if (mail.unwanted() == null) {
                wanted.add(mail);
            } else if (mail.unwanted() == Claimed.Unwanted.REFUSED) {
                failures.refusedBefore(mail);
            } else {
                needless.add(mail.id()); // of notices alone: a direct mail's writer has said so already
            }
        }
        if (!needless.isEmpty()) {
            mailbag.drop(Queue.NOTICES, needless);
        }
        return wanted;
    }

    private List<Claimed> inTime(List<Claimed> wanted, Instant now, Pace pace, RateLimits limits) {
        Map<Duration, List<Claimed>> waits =
                wanted.stream().collect(Collectors.groupingBy(mail -> pace.wait(mail.email(), limits)));
        waits.forEach((wait, mails) -> {
            if (!wait.isZero()) {
                mails.stream()
                        .collect(Collectors.groupingBy(
                                Claimed::queue, Collectors.mapping(Claimed::id, Collectors.toList())))
                        .forEach((queue, ids) -> mailbag.putOff(queue, ids, now.plus(wait)));
            }
        });
        return waits.getOrDefault(Duration.ZERO, List.of());
    }

    private Map<MimeMessage, Claimed> write(List<Claimed> going, Failures failures) {
        List<Letter> told = going.stream()
                .filter(Letter.class::isInstance)
                .map(Letter.class::cast)
                .toList();
        Map<Letter, LetterLinks.Links> made = told.isEmpty() ? Map.of() : links.make(told);
        Map<MimeMessage, Claimed> mails = new LinkedHashMap<>();
        for (Claimed mail : going) {
            try {
                mails.put(
                        mail instanceof Letter letter
                                ? letterWriter.write(letter, made.get(letter))
                                : directWriter.write((Direct) mail),
                        mail);
            } catch (MessagingException | RuntimeException e) {
                failures.unwritten(mail.queue(), mail.id(), mail.tries(), e);
            }
        }
        return mails;
    }
}
