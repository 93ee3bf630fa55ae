package org.shelfmates.notice.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.account.EmailConfirmations;
import org.shelfmates.notice.DirectMails;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Mailbox;
import org.shelfmates.support.Pages;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.web.RateLimits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mails that are no notices go through the same post: once, again when they fail, and to the dead letters in the end. */
@ShelfmatesTest
class DirectMailTest {

    private static final Duration LATER = Duration.ofDays(2);

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DirectMails mails;

    @Autowired
    EmailConfirmations confirmations;

    @Autowired
    Batches batches;

    @Autowired
    Mailbag mailbag;

    @Autowired
    JavaMailSender sender;

    private Someone gwen;
    private Someone admin;

    @BeforeEach
    void somebodyWhoHasToConfirm() {
        gwen = community.librarian("Gwen Pritchard", Community.BANGOR);
        admin = community.librarian("Ada Min", Community.CARDIFF);
        jdbc.sql("update account set email_confirmed_at = null where id = ?")
                .param(gwen.id())
                .update();
    }

    private MimeMessage confirmation() {
        confirmations.askAgain(gwen.id());
        MimeMessage mail = mailbox.mails(gwen.email(), 1).get(0);
        await().until(() -> states().equals(List.of("SENT")));
        return mail;
    }

    private List<String> states() {
        return jdbc.sql("select mail from direct_mail where kind = 'confirm' and about = ? order by id")
                .param(String.valueOf(gwen.id()))
                .query(String.class)
                .list();
    }

    private String error() {
        return jdbc.sql("select mail_error from direct_mail where kind = 'confirm' and about = ?")
                .param(String.valueOf(gwen.id()))
                .query(String.class)
                .single();
    }

    private long id() {
        return jdbc.sql("select id from direct_mail where kind = 'confirm' and about = ?")
                .param(String.valueOf(gwen.id()))
                .query(Long.class)
                .single();
    }

    /** The post of this test alone gets it: for the others it is not due yet. */
    private Instant dueLater() {
        Instant at = Instant.now().plus(LATER);
        jdbc.sql("update direct_mail set mail = 'DUE', mail_at = ?, mail_tries = 0 where about = ?")
                .params(Timestamp.from(at), String.valueOf(gwen.id()))
                .update();
        return at.plusSeconds(60);
    }

    private void deliver(JavaMailSender with, Instant now) {
        var pace = new Pace(250, 100_000, 100_000);
        new Postman(batches, mailbag, with, new RateLimits(), pace, Clock.fixed(now, ZoneOffset.UTC)).deliver();
    }

    private static JavaMailSender nobody() {
        var broken = new JavaMailSenderImpl();
        broken.setHost("127.0.0.1");
        broken.setPort(1); // nobody listens there
        return broken;
    }

    @Test
    void itIsTextAndHtmlAndKnownByItsIdAndAsksForNoAnswer() throws Exception {
        MimeMessage mail = confirmation();
        Multipart parts = (Multipart) mail.getContent();

        assertThat(mail.getMessageID()).isEqualTo("<mail-" + id() + "@localhost>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Content-Language")).hasSize(1);
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        String link = mailbox.link(gwen.email(), 1);
        assertThat(link).startsWith("/confirmations/");
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains("href=\"http://localhost:8080" + link + "\"", ">Confirm your address<")
                .doesNotContain("<img", "<script", "<link", "{0}", "??");
    }

    @Test
    void itsSecretIsKeptNowhereButAsAHash() throws Exception {
        confirmation();
        String token = mailbox.link(gwen.email(), 1).substring("/confirmations/".length());

        assertThat(jdbc.sql("select m::text from direct_mail m where about = ?")
                        .param(String.valueOf(gwen.id()))
                        .query(String.class)
                        .single())
                .doesNotContain(token);
    }

    @Test
    void askedForTwiceBeforeItIsSentItIsSentOnce() {
        confirmation();
        dueLater();
        mails.send("confirm", Locale.UK, gwen.id());
        mails.send("confirm", Locale.UK, gwen.id());

        assertThat(states()).containsExactly("DUE");
    }

    @Test
    void askedForAgainAfterItWasSentItIsSentAgain() {
        confirmation();
        confirmations.askAgain(gwen.id());

        assertThat(mailbox.mails(gwen.email(), 2)).hasSize(2);
    }

    @Test
    void itIsNotSentWhenThereIsNothingToConfirmAnyMore() {
        confirmation();
        Instant now = dueLater();
        jdbc.sql("update account set email_confirmed_at = now() where id = ?")
                .param(gwen.id())
                .update();
        deliver(sender, now);

        assertThat(states()).containsExactly("NONE");
        assertThat(mailbox.mails(gwen.email(), 1)).hasSize(1);
    }

    @Test
    void whatSomebodyWaitsForGoesBeforeNotices() {
        confirmation();
        Instant now = dueLater();
        jdbc.sql("""
                        insert into notice (librarian_id, kind, subject, key, actor_name, title, path, words, created_at, mail,
                            mail_at) values (?, 'JOINED', 'group:1', ?, '', 'Tea', '/', '', now(), 'DUE', ?)""")
                .params(admin.id(), Community.unique("key"), Timestamp.from(now.minus(Duration.ofDays(1))))
                .update();
        var failures = new Failures(mailbag, Clock.fixed(now, ZoneOffset.UTC));

        assertThat(batches.next(1, now, new Pace(250, 9, 9), new RateLimits(), failures)
                        .mails()
                        .values())
                .hasOnlyElementsOfType(Direct.class);
    }

    @Test
    void afterTenMinutesWithoutAMailServerItIsSent() {
        MimeMessage first = confirmation();
        Instant now = dueLater();
        deliver(nobody(), now);
        assertThat(states()).containsExactly("DUE");
        assertThat(error()).contains("127.0.0.1").doesNotContain("/confirmations/");

        deliver(nobody(), now.plus(Duration.ofMinutes(5)));
        assertThat(states()).containsExactly("DUE");
        deliver(sender, now.plus(Duration.ofMinutes(11)));

        assertThat(states()).containsExactly("SENT");
        List<MimeMessage> got = mailbox.mails(gwen.email(), 2);
        assertThat(got).hasSize(2);
        assertThat(id(got.get(1))).isEqualTo(id(first));
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void askedForAgainAfterItFailedItIsTriedAtOnce() {
        confirmation();
        deliver(nobody(), dueLater());
        confirmations.askAgain(gwen.id());

        mailbox.mails(gwen.email(), 2);
        await().until(() -> states().equals(List.of("SENT")));
    }

    @Test
    void toARefusedAddressItIsGivenUpForAnAdministratorWhoSendsItAgain() {
        confirmation();
        mailbag.refuse(gwen.email(), "550 no such user", Instant.now());
        confirmations.askAgain(gwen.id());
        await().until(() -> states().equals(List.of("SENT", "DEAD")));
        long dead = jdbc.sql("select id from direct_mail where mail = 'DEAD' and about = ?")
                .param(String.valueOf(gwen.id()))
                .query(Long.class)
                .single();

        assertThat(pages.getAsStaff("/admin/mails", admin).text("main")).contains(gwen.email());
        String resending = "/admin/mails/direct/" + dead + "/resending";
        assertThat(pages.postAsStaff(resending, admin).status()).isEqualTo(303);

        mailbox.mails(gwen.email(), 2);
        await().until(() -> states().equals(List.of("SENT", "SENT")));
        assertThat(pages.postAsStaff("/admin/mails/direct/999999999/resending", admin)
                        .status())
                .isEqualTo(404);
        assertThat(pages.post(resending, gwen).status()).isEqualTo(403);
    }

    @Test
    void allThatWereGivenUpAreListedPageByPage() {
        for (int i = 0; i < 120; i++) {
            jdbc.sql("""
                            insert into direct_mail (kind, about, language, email, created_at, mail, mail_error)
                            values ('confirm', ?, 'en-GB', ?, now() - interval '1 hour', 'DEAD', ?)""")
                    .params(String.valueOf(gwen.id()), gwen.email(), "x".repeat(500))
                    .update();
        }
        Set<String> seen = new HashSet<>();
        String next = "/admin/mails";
        while (!next.isEmpty()) {
            var page = pages.getAsStaff(next, admin);
            page.html().select("tbody tr").stream()
                    .filter(row -> row.text().contains(gwen.email()))
                    .forEach(row -> assertThat(seen.add(row.selectFirst("form").attr("action")))
                            .isTrue());
            next = page.html().select("a[rel=next]").attr("href");
        }
        assertThat(seen).hasSize(120);
        assertThat(pages.getAsStaff("/admin/mails?after=made-up", admin).status())
                .isEqualTo(400);
        jdbc.sql("delete from direct_mail where about = ?")
                .param(String.valueOf(gwen.id()))
                .update();
    }
}
