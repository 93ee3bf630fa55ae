package org.shelfmates.librarian.wish;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every minute, on one instance, whether wishes have come true. */
@Configuration(proxyBeanMethods = false)
class WishWork {

    @Bean
    RecurringTask<Void> placeWishes(Wishes wishes) {
        return Tasks.recurring("place-wishes", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> wishes.grant());
    }
}
