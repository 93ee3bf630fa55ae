package org.shelfmates.notice.post;

import io.github.bucket4j.Bucket;
import jakarta.annotation.PreDestroy;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.shelfmates.notice.AfterCommit;
import org.shelfmates.notice.MailQueued;
import org.shelfmates.notice.MailsDue;
import org.shelfmates.web.RateLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, as soon as it was written and every few seconds, on every instance; what is claimed by one is not
 * sent by another ({@link Mailbag}). No transaction is open while a mail server takes its time. Of much at once several
 * senders take turns.
 */
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    /** By one connection, before the database hears of it: as many come twice when this instance dies in between. */
    private static final int BATCH = 25;

    /** At once, the one that began among them. */
    private static final int SENDERS = 2;

    private final Batches batches;
    private final Mailbag mailbag;
    private final Carrier carrier;
    private final RateLimits limits;
    private final Pace pace;
    private final Failures failures;

    /** As many mails as may go in one, which all senders share. */
    private final Bucket second;

    private final Clock clock;

    private final AtomicBoolean more = new AtomicBoolean();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean stopping;
    private final Set<Claimed> underWay = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor senders = new ThreadPoolExecutor(
            SENDERS - 1, SENDERS - 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                var thread = new Thread(work, "post");
                thread.setDaemon(true);
                thread.setContextClassLoader(Postman.class.getClassLoader()); // where Jakarta Mail looks for its own
                return thread;
            });

    Postman(Batches batches, Mailbag mailbag, JavaMailSender sender, RateLimits limits, Pace pace, Clock clock) {
        this.batches = batches;
        this.mailbag = mailbag;
        this.carrier = new Carrier(sender);
        this.limits = limits;
        this.pace = pace;
        this.clock = clock;
        this.failures = new Failures(mailbag, clock);
        this.second = Bucket.builder()
                .addLimit(limit -> limit.capacity(Math.max(BATCH, pace.perSecond()))
                        .refillGreedy(pace.perSecond(), Duration.ofSeconds(1)))
                .build();
        senders.allowCoreThreadTimeOut(true);
    }

    @AfterCommit
    void on(MailsDue event) {
        deliver();
    }

    @AfterCommit
    void on(MailQueued event) {
        deliver();
    }

    /** Sends all that is due. When that is going on already, whoever does it goes on with what has become due meanwhile. */
    @Scheduled(initialDelayString = "PT15S", fixedDelayString = "PT10S")
    void deliver() {
        more.set(true);
        while (more.get() && busy.compareAndSet(false, true)) {
            try {
                more.set(false);
                if (next() && !stopping) {
                    together();
                }
            } finally {
                busy.set(false);
            }
        }
    }

    private void together() {
        var others = new CountDownLatch(SENDERS - 1);
        for (int i = 1; i < SENDERS; i++) {
            senders.execute(() -> {
                try {
                    all();
                } catch (RuntimeException e) {
                    LOG.error("mails could not be sent", e);
                } finally {
                    others.countDown();
                }
            });
        }
        try {
            all();
        } finally {
            await(others);
        }
    }

    private static void await(CountDownLatch others) {
        try {
            others.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the application stops
        }
    }

    private void all() {
        boolean on;
        do {
            on = next();
        } while (on && !stopping);
    }

    /** @return whether there may be more, and a mail server, as far as one can tell */
    private boolean next() {
        Batches.Batch batch = batches.next(BATCH, clock.instant(), pace, limits, failures);
        underWay.addAll(batch.mails().values());
        try {
            return send(batch.mails()) && batch.claimed() == BATCH;
        } finally {
            underWay.removeAll(batch.mails().values());
        }
    }

    private boolean send(Map<MimeMessage, Claimed> mails) {
        if (!mails.isEmpty()) {
            second.asBlocking().consumeUninterruptibly(mails.size());
        }
        Map<Object, Exception> failed = carrier.send(mails.keySet());
        Instant now = clock.instant();
        mails.entrySet().stream()
                .filter(mail -> !failed.containsKey(mail.getKey()))
                .map(Map.Entry::getValue)
                .collect(byQueue())
                .forEach((queue, ids) -> mailbag.sent(queue, ids, now));
        mails.forEach((mail, claimed) -> {
            Exception failure = failed.get(mail);
            if (failure != null) {
                failures.notTaken(claimed, failure);
            }
        });
        return mails.isEmpty() || failed.size() < mails.size();
    }

    /** A slow server takes longer than a claim: as long as this instance lives, nobody else sends what it is sending. */
    @Scheduled(fixedDelayString = "PT30S")
    void renew() {
        Collection<Claimed> mails = List.copyOf(underWay);
        mails.stream().collect(byQueue()).forEach((queue, ids) -> mailbag.renew(queue, ids, clock.instant()));
    }

    private static Collector<Claimed, ?, Map<Queue, List<Long>>> byQueue() {
        return Collectors.groupingBy(Claimed::queue, Collectors.mapping(Claimed::id, Collectors.toList()));
    }

    /** What is with a mail server already is noted before the database goes away; the rest is sent after the next start. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        senders.shutdown();
        senders.awaitTermination(10, TimeUnit.SECONDS);
    }
}
