package org.shelfmates.group.takeover;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** What the clock brings about for groups that nobody runs; by one instance at a time. */
@Component
class TakeoverWork {

    private static final Logger LOG = LoggerFactory.getLogger(TakeoverWork.class);
    private static final Duration PAUSE = Duration.ofMinutes(30);

    private final Takeovers takeovers;
    private final Watch watch;

    TakeoverWork(Takeovers takeovers, Watch watch) {
        this.takeovers = takeovers;
        this.watch = watch;
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> takeoversDue(TakeoverWork work) {
            return Tasks.recurring("takeovers-due", FixedDelay.of(PAUSE))
                    .execute((instance, context) -> work.catchUp());
        }
    }

    /** What fails of one group keeps the others from nothing, and is tried again the next time. */
    void catchUp() {
        for (String slug : takeovers.due()) {
            try {
                takeovers.finish(slug);
            } catch (RuntimeException e) {
                LOG.error("a group could not be taken over", e);
            }
        }
        while (!watch.tellUnrun()) {
            LOG.debug("there are more groups to look at");
        }
    }
}
