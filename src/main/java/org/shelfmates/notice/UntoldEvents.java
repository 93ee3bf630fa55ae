package org.shelfmates.notice;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Takes up again what was published and not told to its end: because a mail server refused, or because the instance that
 * was about to tell it died. One instance at a time does so, whichever comes first: were it all of them, each would tell it.
 * Events younger than the pause are somebody's work in progress.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class UntoldEvents {

    private static final Duration PAUSE = Duration.ofMinutes(2);
    private static final Duration TURN = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> untoldEventsDue(IncompleteEventPublications publications) {
        return Tasks.recurring("untold-events", FixedDelay.of(TURN))
                .execute((instance, context) -> publications.resubmitIncompletePublicationsOlderThan(PAUSE));
    }
}
