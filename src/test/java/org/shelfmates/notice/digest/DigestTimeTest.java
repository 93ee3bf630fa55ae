package org.shelfmates.notice.digest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** When a digest comes: at its morning, once, and again until a mail server has it. */
class DigestTimeTest extends DigestCase {

    private static final ZoneId PERTH = ZoneId.of("Australia/Perth");

    private JavaMailSenderImpl nobodyThere() {
        var broken = new JavaMailSenderImpl();
        broken.setHost("127.0.0.1");
        broken.setPort(1); // nobody listens there
        return broken;
    }

    @Test
    void theDailyOneComesAtEightAndOnce() {
        comment(tom, "Tea", 1);

        deliver(tuesday, "07:59");
        assertThat(mails(gwen)).isEmpty();
        deliver(tuesday, "08:00");
        assertThat(mails(gwen)).hasSize(1);
        assertThat(waiting()).isEqualTo("SENT");

        deliver(tuesday, "08:05");
        deliver(tuesday.plusDays(1), "08:00");
        assertThat(mails(gwen)).hasSize(1);
    }

    @Test
    void eachHasItAtEightOfTheirOwnPlace() {
        long perth = jdbc.sql("select id from place where country = 'AU' and slug = 'perth'")
                .query(Long.class)
                .single();
        Someone cardiff = gwen;
        comment(tom, "Tea", 1);
        Someone matilda = reader("Matilda Ward", perth, PERTH);
        gwen = matilda;
        comment(tom, "Tea", 1);
        Instant early = at(tuesday, "08:00", PERTH);

        deliver(early.minus(minutes(1)), sender);
        assertThat(mails(matilda)).isEmpty();
        deliver(early, sender);
        assertThat(mails(matilda)).hasSize(1);
        assertThat(mails(cardiff)).isEmpty();
        deliver(tuesday, "08:00");
        assertThat(mails(cardiff)).hasSize(1);
        assertThat(mails(matilda)).hasSize(1);
    }

    @Test
    void theWeeklyOneComesOnMonday() {
        tweetup("Tea", Community.CARDIFF, tom);
        LocalDate next = monday.plusWeeks(1);

        deliver(tuesday, "08:00");
        deliver(next.minusDays(1), "23:00");
        deliver(next, "07:59");
        assertThat(mails(gwen)).isEmpty();
        deliver(next, "08:00");
        deliver(next, "08:05");
        assertThat(mails(gwen)).hasSize(1);
    }

    @Test
    void withoutAnythingNewThereIsNoMailAndTheNextTellsOfWhatCameSince() {
        community.tell(gwen, "DIGEST", "DAILY");

        deliver(tuesday, "08:00");
        assertThat(mails(gwen)).isEmpty();
        assertThat(toldUntil("DAILY")).isEqualTo(at(tuesday, "08:00", LONDON));
    }

    @Test
    void whatIsWrittenAfterAMorningWaitsForTheNext() {
        deliver(tuesday, "08:00");
        comment(tom, "Tea", 1);

        deliver(tuesday, "08:05");
        assertThat(mails(gwen)).isEmpty();
        deliver(tuesday.plusDays(1), "08:00");
        assertThat(mails(gwen)).hasSize(1);
    }

    @Test
    void whoIsSeenForTheFirstTimeWaitsForTheirFirstMorning() {
        jdbc.sql("delete from digest where librarian_id = ?").param(gwen.id()).update();
        comment(tom, "Tea", 1);

        deliver(tuesday, "10:00");
        assertThat(mails(gwen)).isEmpty();
        deliver(tuesday.plusDays(1), "08:00");
        assertThat(mails(gwen)).hasSize(1);
    }

    @Test
    void daysThatNobodyRanTheSiteAreTalliedInOneMail() throws Exception {
        community.tell(gwen, "DIGEST", "DAILY");
        tweetup("Tea on Monday", Community.CARDIFF, tom);
        published(tweetup("Tea on Wednesday", Community.CARDIFF, tom), at(monday.plusDays(2), "12:00", LONDON));

        deliver(monday.plusDays(3), "15:00");
        deliver(monday.plusDays(3), "15:05");

        assertThat(mails(gwen)).hasSize(1);
        assertThat(text(gwen)).contains("Tea on Monday", "Tea on Wednesday");
    }

    @Test
    void whileNoMailServerAnswersNothingIsLost() {
        comment(tom, "Tea", 1);

        deliver(at(tuesday, "08:00", LONDON), nobodyThere());
        assertThat(waiting()).isEqualTo("DAILY");
        deliver(at(tuesday, "08:21", LONDON), nobodyThere());
        assertThat(waiting()).isEqualTo("DAILY");
        assertThat(mails(gwen)).isEmpty();

        deliver(tuesday, "08:42");
        assertThat(mails(gwen)).hasSize(1);
        assertThat(waiting()).isEqualTo("SENT");
        assertThat(toldUntil("DAILY")).isEqualTo(at(tuesday, "08:00", LONDON));
    }

    @Test
    void whatAServerHasAndWasNotNotedIsSentAgainAsTheSameMail() throws Exception {
        comment(tom, "Tea", 1);
        deliver(tuesday, "08:00");
        // as if this instance had died before it noted that the mail was sent
        jdbc.sql("update notice set mail = 'DAILY' where librarian_id = ?")
                .param(gwen.id())
                .update();
        jdbc.sql("update digest set told_until = ?, claimed_until = ? where librarian_id = ? and channel = 'DAILY'")
                .params(
                        Timestamp.from(at(monday, "08:00", LONDON)),
                        Timestamp.from(at(tuesday, "08:20", LONDON)),
                        gwen.id())
                .update();

        deliver(tuesday, "08:10");
        assertThat(mails(gwen)).hasSize(1);
        deliver(tuesday, "08:20");
        List<MimeMessage> mails = mails(gwen);
        assertThat(mails).hasSize(2);
        assertThat(mails.get(1).getMessageID()).isEqualTo(mails.get(0).getMessageID());
    }

    @Test
    void ofSeveralInstancesOneSendsIt() throws Exception {
        comment(tom, "Tea", 1);
        int instances = 4;
        var start = new CyclicBarrier(instances);
        var all = Executors.newFixedThreadPool(instances);
        try {
            List<Callable<Void>> work = IntStream.range(0, instances)
                    .mapToObj(n -> (Callable<Void>) () -> {
                        start.await();
                        deliver(tuesday, "08:00");
                        return null;
                    })
                    .toList();
            for (var done : all.invokeAll(work)) {
                done.get();
            }
        } finally {
            all.shutdown();
        }
        assertThat(mails(gwen)).hasSize(1);
    }

    @Test
    void nothingGoesToAnAddressThatIsNotConfirmedOrWasRefused() {
        comment(tom, "Tea", 1);
        mailbag.refuse(gwen.email(), "550 no such user", Instant.now());
        tweetup("Tea", Community.CARDIFF, gwen);
        community.tell(tom, "DIGEST", "DAILY");
        jdbc.sql("update account set email_confirmed_at = null where id = ?")
                .param(tom.id())
                .update();
        jdbc.sql("insert into digest (librarian_id, channel, told_until) values (?, 'DAILY', ?)")
                .params(tom.id(), Timestamp.from(at(monday, "08:00", LONDON)))
                .update();

        deliver(tuesday, "08:00");

        assertThat(mails(gwen)).isEmpty();
        assertThat(mails(tom)).isEmpty();
        assertThat(waiting()).isEqualTo("DAILY");
    }
}
