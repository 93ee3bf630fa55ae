package org.shelfmates.notice.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.shelfmates.notice.Inbound;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Only a mailbox that is set is looked into. */
class InboundMailsTest {

    @EnableConfigurationProperties(Inbound.class)
    static class Settings {}

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class, InboundMails.class)
            .withBean(Sorting.class, () -> new Sorting(null, null))
            .withBean(TakenMails.class, () -> new TakenMails(null, Clock.systemUTC()));

    @Test
    void withoutSettingsThereIsNoMailbox() {
        runner.run(context -> {
            assertThat(context).doesNotHaveBean(RecurringTask.class);
            assertThat(context.getBean(Inbound.class).on()).isFalse();
        });
        runner.withPropertyValues("shelfmates.inbound.host=", "shelfmates.inbound.address=replies@example.org")
                .run(context -> assertThat(context).doesNotHaveBean(RecurringTask.class));
    }

    @Test
    void withThemItIsLookedInto() {
        runner.withPropertyValues(
                        "shelfmates.inbound.host=imap.example.org",
                        "shelfmates.inbound.tls=starttls",
                        "shelfmates.inbound.address=replies@example.org")
                .run(context -> {
                    assertThat(context).hasSingleBean(RecurringTask.class);
                    assertThat(context.getBean(Inbound.class).tls()).isEqualTo(Inbound.Tls.STARTTLS);
                    assertThat(context.getBean(Inbound.class).folder()).isEqualTo("INBOX");
                });
    }

    @Test
    void aMailboxWithoutAnAddressStopsTheStart() {
        runner.withPropertyValues("shelfmates.inbound.host=imap.example.org")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("shelfmates.inbound.address"));
    }
}
