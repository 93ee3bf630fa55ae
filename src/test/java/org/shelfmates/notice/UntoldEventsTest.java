package org.shelfmates.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.account.ConfirmationRequested;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Mailbox;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was published and not told, because an instance died, is told by whichever comes first. */
@ShelfmatesTest
class UntoldEventsTest {

    @Autowired
    Community community;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("untoldEventsDue")
    RecurringTask<Void> task;

    private Someone gwen;

    @BeforeEach
    void somebodyWhoHasToConfirm() {
        gwen = community.librarian("Gwen Pritchard", Community.BANGOR);
        jdbc.sql("update account set email_confirmed_at = null where id = ?")
                .param(gwen.id())
                .update();
    }

    /** As if the instance that published it had died before its listener was done. */
    private UUID published(Duration ago) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into event_publication (id, listener_id, event_type, serialized_event, publication_date, status,
                            completion_attempts)
                        values (?, ?, ?, ?, ?, 'PUBLISHED', 1)""")
                .params(
                        id,
                        AccountMails.class.getName() + ".on(" + ConfirmationRequested.class.getName() + ")",
                        ConfirmationRequested.class.getName(),
                        "{\"accountId\":" + gwen.id() + ",\"language\":\"cy\"}",
                        java.sql.Timestamp.from(Instant.now().minus(ago)))
                .update();
        return id;
    }

    private boolean kept(UUID id) {
        return jdbc.sql("select exists (select from event_publication where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    @Test
    void whatWasNotToldIsToldAfterTwoMinutes() throws Exception {
        UUID old = published(Duration.ofMinutes(3));
        task.executeRecurringly(new TaskInstance<>("untold-events", "recurring"), (ExecutionContext) null);

        assertThat(mailbox.mails(gwen.email(), 1).get(0).getSubject()).isEqualTo("Cadarnhewch eich cyfeiriad");
        await().until(() -> !kept(old));
    }

    @Test
    void whatIsYoungIsSomebodysWorkInProgress() throws Exception {
        UUID young = published(Duration.ofMinutes(1));
        task.executeRecurringly(new TaskInstance<>("untold-events", "recurring"), (ExecutionContext) null);

        assertThat(kept(young)).isTrue();
        jdbc.sql("delete from event_publication where id = ?").param(young).update();
    }
}
