package org.shelfmates.notice.inbound;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.shelfmates.notice.Inbound;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for answers again and again, by one instance at a time, where there is a mailbox for them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${shelfmates.inbound.host:}'.isBlank()")
class InboundMails {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    @Bean
    RecurringTask<Void> answersDue(Inbound inbound, Sorting sorting, TakenMails taken) {
        var letterbox = new Letterbox(inbound, sorting, taken);
        return Tasks.recurring("inbound-mail", FixedDelay.of(PAUSE)).execute((instance, context) -> letterbox.empty());
    }
}
