package org.shelfmates.notice.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shelfmates.notice.Kind;
import org.shelfmates.web.Token;

/** Bounces and complaints: those of our mails are believed, about the address that they went to. */
class ReportsTest extends InboundCase {

    private String link;

    @BeforeEach
    void theMailWasSent() {
        mailbox.mails(tom.email(), 1);
        String token = Token.random();
        jdbc.sql("insert into notice_link (token_hash, notice_id) values (?, ?)")
                .params(Token.hash(token), notice)
                .update();
        link = "http://localhost:8080/unsubscribe/" + token;
    }

    private Sent report(String type, String of, String original) {
        return new Sent(
                "Mail Delivery System <MAILER-DAEMON@mx.example.org>",
                address,
                "Auto-Submitted: auto-replied\nContent-Type: multipart/report; report-type=" + type + "; boundary=b\n",
                """
                --b
                Content-Type: text/plain

                This is the mail system. I'm sorry.
                --b
                Content-Type: message/%s

                %s
                --b
                Content-Type: message/rfc822

                %s
                Subject: Re: Tea

                Who brings cups?
                --b--
                """.formatted(type, of, original));
    }

    private Sent bounce(String email, String action, String status) {
        return report(
                "delivery-status",
                """
                Reporting-MTA: dns; mx.example.org
                X-Queue-ID: 4XyZ

                Final-Recipient: rfc822; %s
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 5.1.1 no such
                    user here
                """.formatted(email, action, status),
                "Message-ID: <notice-" + notice + "@localhost>");
    }

    private Sent complaint(String more) {
        return report(
                "feedback-report",
                "Feedback-Type: abuse\nUser-Agent: Yahoo/2.0\nVersion: 1\n" + more,
                "Message-ID: <notice-" + notice + "@localhost>\nList-Unsubscribe: <" + link + ">");
    }

    private static Sent to(String address, Sent report) {
        return new Sent(report.from(), address, report.headers(), report.body());
    }

    private List<String> refused() {
        return jdbc.sql("select why from mail_refused where email = ?")
                .param(tom.email())
                .query(String.class)
                .list();
    }

    private String mail() {
        return jdbc.sql("select mail from notice where id = ?")
                .param(notice)
                .query(String.class)
                .single();
    }

    @Test
    void nothingMoreGoesToAnAddressThatBounced() throws Exception {
        arrives(bounce(tom.email().toUpperCase(Locale.ROOT), "failed", "5.1.1"));

        assertThat(refused()).singleElement().asString().contains("bounced: 5.1.1", "no such user here");
        assertThat(mail()).isEqualTo("DEAD");
        assertThat(waiting()).isZero();
        assertThat(said()).isEmpty();

        notices.tell(telling(Kind.REPLY, "comment:0"), List.of(tom.id()));
        await().until(() -> jdbc.sql("select mail from notice where key = 'comment:0' and librarian_id = ?")
                .param(tom.id())
                .query(String.class)
                .single()
                .equals("DEAD"));
    }

    @ParameterizedTest
    @CsvSource({"delayed, 4.4.1", "failed, 4.2.2", "failed, 5.2.2", "delivered, 2.0.0", "relayed, 5.1.1", "failed, 5"})
    void whatMayStillArriveIsLeftAlone(String action, String status) throws Exception {
        arrives(bounce(tom.email(), action, status));

        assertThat(refused()).isEmpty();
        assertThat(mail()).isEqualTo("SENT");
        assertThat(waiting()).isZero();
    }

    @Test
    void aBounceThatKnowsOnlyTheNumberOfTheMailIsForged() throws Exception {
        arrives(to("replies@example.org", bounce(tom.email(), "failed", "5.1.1")));
        arrives(to("replies+" + "0".repeat(26) + "@example.org", bounce(tom.email(), "failed", "5.1.1")));

        assertThat(refused()).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void aBounceOfAnotherAddressIsForged() throws Exception {
        arrives(bounce(cerys.email(), "failed", "5.1.1"));

        assertThat(refused()).isEmpty();
        assertThat(jdbc.sql("select count(*) from mail_refused where email = ?")
                        .param(cerys.email())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aBounceThatWentElsewhereIsKnownByALinkInTheMail() throws Exception {
        Sent bounce = bounce(tom.email(), "failed", "5.7.1");
        arrives(to(
                "replies@example.org",
                bounce.withBody(bounce.body().replace("Subject: Re: Tea", "List-Unsubscribe: <" + link + ">"))));

        assertThat(refused()).hasSize(1);
    }

    @Test
    void aDigestBouncesToo() throws Exception {
        Sent bounce = bounce(tom.email(), "failed", "5.1.1");
        String token = Token.random();
        jdbc.sql("insert into digest_link (token_hash, librarian_id, channel, made_at) values (?, ?, 'WEEKLY', now())")
                .params(Token.hash(token), tom.id())
                .update();
        String stop = "http://localhost:8080/unsubscribe/digest/" + token;
        arrives(to(
                "replies@example.org",
                bounce.withBody(bounce.body().replace("Subject: Re: Tea", "List-Unsubscribe: <" + stop + ">"))));

        assertThat(refused()).hasSize(1);
        assertThat(mail()).isEqualTo("SENT");
    }

    @Test
    void nothingMoreGoesToAnAddressThatComplained() throws Exception {
        arrives(to("replies@example.org", complaint("")));

        assertThat(refused()).containsExactly("complained about a mail");
        assertThat(waiting()).isZero();
    }

    @Test
    void aComplaintOfAnotherAddressOrOfNoMailOfOursIsForged() throws Exception {
        arrives(to("replies@example.org", complaint("Original-Rcpt-To: <" + cerys.email() + ">\n")));
        link = "http://localhost:8080/unsubscribe/" + Token.random();
        arrives(to("replies@example.org", complaint("")));

        assertThat(refused()).isEmpty();
    }

    @Test
    void aReportThatIsNoComplaintIsLeftAlone() throws Exception {
        Sent sent = complaint("");
        arrives(sent.withBody(sent.body().replace("Feedback-Type: abuse", "Feedback-Type: not-spam")));

        assertThat(refused()).isEmpty();
    }
}
