package org.shelfmates.notice.digest;

import jakarta.mail.internet.MimeMessage;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.shelfmates.conversation.Subject;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Telling;
import org.shelfmates.notice.post.Mailbag;
import org.shelfmates.notice.post.Pace;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Mailbox;
import org.shelfmates.support.Pages;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.web.RateLimits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * What tests of digests share: each has a week of its own, years ahead, in which nothing is new but what it makes, and
 * nobody else has a digest that is due.
 */
@ShelfmatesTest
abstract class DigestCase {

    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final AtomicInteger WEEKS = new AtomicInteger();

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Notices notices;

    @Autowired
    Turns turns;

    @Autowired
    Digests digests;

    @Autowired
    DigestWriter writer;

    @Autowired
    Mailbag mailbag;

    @Autowired
    JavaMailSender sender;

    /** It and the days after it are this test's own. */
    final LocalDate monday = LocalDate.now(LONDON)
            .plusYears(3)
            .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
            .plusWeeks(3L * WEEKS.incrementAndGet());

    final LocalDate tuesday = monday.plusDays(1);

    Someone gwen;
    Someone tom;

    @BeforeEach
    void aWeekOfItsOwn() {
        jdbc.sql("""
                        insert into digest (librarian_id, channel, told_until)
                        select id, channel, '2200-01-01' from librarian, unnest(array['DAILY', 'WEEKLY']) as channel
                        on conflict (librarian_id, channel) do update set told_until = excluded.told_until""").update();
        gwen = reader("Gwen Parry", Community.CARDIFF, LONDON);
        tom = community.librarian("Tom Prosser", Community.CARDIFF);
    }

    /** Somebody who has been told until Monday at 8:00. */
    Someone reader(String name, long place, ZoneId zone) {
        Someone reader = community.librarian(name, place);
        jdbc.sql("insert into digest (librarian_id, channel, told_until)"
                        + " select ?, unnest(array['DAILY', 'WEEKLY']), ?")
                .params(reader.id(), Timestamp.from(at(monday, "08:00", zone)))
                .update();
        return reader;
    }

    static Instant at(LocalDate day, String time, ZoneId zone) {
        return day.atTime(java.time.LocalTime.parse(time)).atZone(zone).toInstant();
    }

    void deliver(LocalDate day, String time) {
        deliver(at(day, time, LONDON), sender);
    }

    void deliver(Instant now, JavaMailSender with) {
        new DigestPost(
                        turns,
                        digests,
                        writer,
                        mailbag,
                        with,
                        new RateLimits(),
                        new Pace(250, 600, 60),
                        Clock.fixed(now, ZoneOffset.UTC))
                .deliver();
    }

    /** What has come for somebody by now: delivering returns when the server has it. */
    List<MimeMessage> mails(Someone someone) {
        return mailbox.mails(someone.email(), 0);
    }

    String text(Someone someone) throws Exception {
        return Mailbox.text(mailbox.mails(someone.email(), 1).get(0)).replace("\r\n", "\n");
    }

    /** A notice about a tweetup of this number, for Gwen, that waits for the daily mail, unless she chose otherwise. */
    void comment(Someone by, String title, long tweetup) {
        notices.tell(
                new Telling(
                        Kind.COMMENT,
                        new Subject("tweetup", tweetup),
                        Community.unique("key"),
                        title,
                        "/tweetups/" + tweetup + "#comment-1",
                        new Telling.Actor(by.id(), by.name()),
                        List.of(org.shelfmates.notice.Word.text("Hello"))),
                List.of(gwen.id()));
    }

    /** A tweetup of Tom's or another's that was published on Monday at noon and is in a month. */
    long tweetup(String title, long place, Someone planner) {
        long id = community.tweetup(title, place, planner, null, "SCHEDULED", at(monday.plusDays(30), "18:00", LONDON));
        published(id, at(monday, "12:00", LONDON));
        return id;
    }

    void published(long tweetup, Instant when) {
        jdbc.sql("update tweetup set created_at = ? where id = ?")
                .params(Timestamp.from(when), tweetup)
                .update();
    }

    void follow(Someone follower, Someone followed) {
        jdbc.sql("insert into follow (follower_id, followed_id, since) values (?, ?, now())")
                .params(follower.id(), followed.id())
                .update();
    }

    String waiting() {
        return jdbc.sql("select string_agg(mail, ' ' order by id) from notice where librarian_id = ?")
                .param(gwen.id())
                .query(String.class)
                .single();
    }

    Instant toldUntil(String channel) {
        return jdbc.sql("select told_until from digest where librarian_id = ? and channel = ?")
                .params(gwen.id(), channel)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }
}
