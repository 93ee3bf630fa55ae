package org.shelfmates.tweetup;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Has everything done that is due, again and again, by one instance at a time. */
@Component
class DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final List<Due> all;
    private final Clock clock;

    DueWork(List<Due> all, Clock clock) {
        this.all = all;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> tweetupsDue(DueWork work) {
            return Tasks.recurring("tweetups-due", FixedDelay.of(PAUSE)).execute((instance, context) -> work.catchUp());
        }
    }

    /** What fails keeps nothing else from being done, and is tried again the next time. */
    void catchUp() {
        for (Due due : all) {
            try {
                due.catchUp(clock.instant());
            } catch (RuntimeException e) {
                LOG.error("what is due could not be done", e);
            }
        }
    }
}
