package org.shelfmates.notice;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Takes up again what was published and not told to its end: because a mail server refused, or because the instance that
 * was about to tell it died. Events younger than the pause are somebody's work in progress.
 */
@Configuration
@EnableScheduling
class UntoldEvents {

    private static final Duration PAUSE = Duration.ofMinutes(2);

    private final IncompleteEventPublications publications;

    UntoldEvents(IncompleteEventPublications publications) {
        this.publications = publications;
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT1M")
    void tell() {
        publications.resubmitIncompletePublicationsOlderThan(PAUSE);
    }
}
