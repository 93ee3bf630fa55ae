package org.shelfmates.notice.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.notice.Inbound;

/** Emptying the mailbox, whatever is in it. */
class LetterboxTest extends InboundCase {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: multipart/alternative",
                "Content-Type: multipart/mixed; boundary=",
                "Content-Type: text/plain; charset=\"",
                "Content-Type: text/plain\nContent-Transfer-Encoding: made-up",
                "Content-Type: text/plain\nContent-Transfer-Encoding: base64",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=nowhere",
                "Content-Type: /;;;===",
                "Content-Type: message/rfc822",
                "From: @@@ <<<"
            })
    void aBrokenMailStopsNothing(String headers) throws Exception {
        Sent broken = answer("--x\r\n=ZZ%%%\u0000");
        send(broken.withHeaders(headers).mail());
        arrives(answer("Yes"));

        assertThat(said()).extracting(Said::body).contains("Yes");
        int left = waiting();
        letterbox.empty();
        assertThat(waiting()).isEqualTo(left).isLessThanOrEqualTo(1);
    }

    @Test
    void moreThanFiftyWaitForTheNextTime() throws Exception {
        address = "replies@example.org";
        for (int i = 0; i < 51; i++) {
            send(answer("Yes").mail());
        }

        letterbox.empty();
        assertThat(waiting()).isOne();
        letterbox.empty();
        assertThat(waiting()).isZero();
    }

    @Test
    void aMailboxThatCannotBeReachedBreaksNothing() {
        var nobody = new Letterbox(inbound(1), sorting, taken);
        var stranger = new Letterbox(
                new Inbound("127.0.0.1", port(), "replies", "wrong", Inbound.Tls.NONE, "INBOX", "replies@example.org"),
                sorting,
                taken);
        var unencrypted = new Letterbox(
                new Inbound(
                        "127.0.0.1", port(), "replies", "secret", Inbound.Tls.STARTTLS, "INBOX", "replies@example.org"),
                sorting,
                taken);
        var elsewhere = new Letterbox(
                new Inbound(
                        "127.0.0.1", port(), "replies", "secret", Inbound.Tls.NONE, "Nowhere", "replies@example.org"),
                sorting,
                taken);

        for (Letterbox box : new Letterbox[] {nobody, stranger, unencrypted, elsewhere}) {
            assertThatCode(box::empty).doesNotThrowAnyException();
        }
    }

    @Test
    void whatWasTakenIsForgottenAfterAQuarter() throws Exception {
        arrives(answer("Yes"));
        jdbc.sql("update inbound_mail set taken_at = now() - interval '91 days'")
                .update();
        letterbox.empty();

        assertThat(jdbc.sql("select count(*) from inbound_mail where taken_at < now() - interval '90 days'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
