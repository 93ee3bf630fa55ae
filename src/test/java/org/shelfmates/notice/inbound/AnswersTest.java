package org.shelfmates.notice.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.conversation.CommentLimits;
import org.shelfmates.notice.Kind;
import org.shelfmates.support.Community;
import org.shelfmates.support.Mailbox;
import org.shelfmates.support.Pages;
import org.shelfmates.web.Token;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a mail that answers one of ours. */
class AnswersTest extends InboundCase {

    @Autowired
    Pages pages;

    @Autowired
    CommentLimits limits;

    private Said toms(String body) {
        return new Said(tom.id(), null, body, question);
    }

    @Test
    void anAnswerIsACommentBelowTheOneThatItAnswersAndItsWriterIsTold() throws Exception {
        arrives(
                answer(
                        "I do, *four*.\n\nOn Mon, 22 Nov 2027 at 08:00, Shelfmates <noreply@localhost>\nwrote:\n> Who brings cups?"));

        assertThat(said()).containsExactly(toms("I do, *four*."));
        assertThat(waiting()).isZero();
        await().until(() -> community.told(cerys, "REPLY").size() == 1);
        assertThat(pages.get("/tweetups/" + tea + "/a-tweetup").text(".thread__item--1 .comment__body"))
                .isEqualTo("I do, four.");
    }

    @Test
    void lettersOfTheAddressMayHaveBecomeLargeOnTheWay() throws Exception {
        address = address.toUpperCase(Locale.ROOT);
        Sent sent = answer("Yes");
        arrives(new Sent(tom.email().toUpperCase(Locale.ROOT), sent.to(), sent.headers(), sent.body()));

        assertThat(said()).containsExactly(toms("Yes"));
    }

    @Test
    void theAddressMayStandWhereTheServerWroteIt() throws Exception {
        Sent sent = answer("Yes").withHeaders("Delivered-To: " + address);
        arrives(new Sent(sent.from(), "undisclosed-recipients:;", sent.headers(), sent.body()));

        assertThat(said()).containsExactly(toms("Yes"));
    }

    @Test
    void whoeverSendsFromAnotherAddressIsRefusedAndLearnsNothing() throws Exception {
        String stranger = Community.unique("mallory") + "@example.org";
        Sent sent = answer("Mine");
        arrives(new Sent(stranger, sent.to(), sent.headers(), sent.body()));

        assertThat(said()).isEmpty();
        assertThat(waiting()).isZero();
        assertThat(refusals(tom.email())).isEmpty();
        assertThat(refusals(stranger)).isEmpty();
    }

    /** What becomes of the mails that say so. */
    private List<String> refusals(String email) {
        return jdbc.sql(
                        "select d.mail from direct_mail d where d.kind like 'answer-%' and (d.email = ? or d.about = ?)")
                .params(email, "" + notice)
                .query(String.class)
                .list();
    }

    @Test
    void aRefusalGoesThroughTheQueueWhichKnowsAddressesThatDoNotExist() throws Exception {
        mailbox.mails(tom.email(), 1);
        jdbc.sql("insert into mail_refused (email, refused_at, why) values (?, now(), 'gone')")
                .param(tom.email())
                .update();
        arrives(answer("> Who brings cups?"));

        await().until(() -> refusals(tom.email()).equals(List.of("DEAD")));
        assertThat(mailbox.mails(tom.email(), 1)).hasSize(1);
    }

    @Test
    void twoSendersAreNobody() throws Exception {
        Sent sent = answer("Ours");
        arrives(new Sent(tom.email() + ", mallory@example.org", sent.to(), sent.headers(), sent.body()));

        assertThat(said()).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void anAddressWithAChangedLetterIsNoAddress() throws Exception {
        int at = address.indexOf('@');
        char last = address.charAt(at - 1);
        address = address.substring(0, at - 1) + (last == '0' ? '1' : '0') + address.substring(at);
        arrives(answer("Yes"));

        assertThat(said()).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void theSameMailTwiceIsOneComment() throws Exception {
        Sent sent = answer("Yes");
        send(sent.mail());
        arrives(sent);

        assertThat(said()).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void aMailWithoutAnIdIsKnownByItsWords() throws Exception {
        Sent sent = answer("Yes");
        var anonymous = new Sent(sent.from(), sent.to(), "Date: Mon, 22 Nov 2027 08:00:00 +0000\n", "Yes");
        arrives(anonymous);
        sorting.sort(new IncomingMail(anonymous.mail(), true));
        sorting.sort(new IncomingMail(anonymous.mail(), true));

        // what the server wrote above the first tells it from the other two
        assertThat(said()).hasSize(2);
    }

    @Test
    void aCrashBeforeItWasDeletedPostsNothingTwice() throws Exception {
        Sent sent = answer("Yes");
        send(sent.mail());
        sorting.sort(new IncomingMail(sent.mail(), true)); // and then the machine died
        assertThat(waiting()).isOne();

        letterbox.empty();

        assertThat(said()).containsExactly(toms("Yes"));
        assertThat(waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-replied; owner-email=tom@example.org",
                "Auto-Submitted: auto-generated (out of office)",
                "Precedence: bulk",
                "Precedence: auto_reply",
                "X-Autoreply: yes",
                "Return-Path: <>"
            })
    void whatMachinesWriteIsNoComment(String header) throws Exception {
        arrives(answer("I am on holiday").withHeaders(header));

        assertThat(said()).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void whatSaysThatNoMachineWroteItIsOne() throws Exception {
        arrives(answer("Yes").withHeaders("Auto-Submitted: no"));

        assertThat(said()).hasSize(1);
    }

    @Test
    void anAnswerWithoutWordsOfItsOwnIsRefused() throws Exception {
        arrives(answer("> Who brings cups?\n\nSent from my iPad"));

        assertThat(said()).isEmpty();
        assertTold(tom.email(), "no words of yours");
    }

    @Test
    void anAnswerThatIsLongerThanACommentIsRefused() throws Exception {
        arrives(answer("Long words.\n".repeat(1_000)));

        assertThat(said()).isEmpty();
        assertTold(tom.email(), "longer than 10,000 letters");
    }

    @Test
    void aMailOfTwoMegabytesIsRefused() throws Exception {
        arrives(answer("Yes\n" + ("x".repeat(999) + "\n").repeat(2_000)));

        assertThat(said()).isEmpty();
        assertThat(waiting()).isZero();
        assertTold(tom.email(), "larger than 1 MB");
    }

    @Test
    void anAnswerToACommentThatWasDeletedIsRefused() throws Exception {
        jdbc.sql("update comment set deleted_at = now(), deleted_by = 'AUTHOR', body = '' where id = ?")
                .param(question)
                .update();
        arrives(answer("Yes"));

        assertThat(said()).isEmpty();
        assertTold(tom.email(), "not there any more");
    }

    @Test
    void whoeverHasPostedTooMuchWithinAnHourIsRefused() throws Exception {
        for (int i = 0; i < 120; i++) {
            limits.take(tom.handle());
        }
        arrives(answer("And another"));

        assertThat(said()).isEmpty();
        assertTold(tom.email(), "a lot within an hour");
    }

    @Test
    void aNoticeOfSomethingElseCannotBeAnswered() throws Exception {
        notices.tell(telling(Kind.CANCELLED, "cancelled:1"), List.of(tom.id()));
        address = addressOf(noticeOf("librarian_id", tom.id()));
        arrives(answer("What a pity"));

        assertThat(said()).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void aRefusalIsInTheLanguageOfWhoeverAnswered() throws Exception {
        pages.post("/me/settings/notices", tom, "language", "cy");
        arrives(answer("> Pwy?"));

        MimeMessage mail = mailbox.mails(tom.email(), 2).get(1);
        assertThat(mail.getSubject()).isEqualTo("Ni chafodd eich ateb ei bostio");
        assertThat(Mailbox.text(mail))
                .contains("geiriau chi", "http://localhost:8080/")
                .doesNotContain("Hello");
    }

    @Test
    void nobodyIsToldMoreThanThreeTimesADay() throws Exception {
        for (int i = 0; i < 5; i++) {
            arrives(answer("> Mine " + i));
        }

        assertThat(jdbc.sql("select count(*) from inbound_mail where refused = ?")
                        .param(Token.hash(tom.email()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    private String guest() throws Exception {
        String email = Community.unique("gwen") + "@example.org";
        long guest = jdbc.sql("insert into guest (name, email, confirmed_at, created_at)"
                        + " values ('Gwen Guest', ?, now(), now()) returning id")
                .param(email)
                .query(Long.class)
                .single();
        notices.tell(telling(Kind.REPLY, "comment:" + question), List.of(), List.of(guest));
        address = addressOf(noticeOf("guest_id", guest));
        return email;
    }

    private Sent by(String email, String body) {
        Sent sent = answer(body);
        return new Sent(email, sent.to(), sent.headers(), sent.body());
    }

    @Test
    void aGuestAnswersToo() throws Exception {
        arrives(by(guest(), "I bring spoons"));

        assertThat(said()).hasSize(1);
        assertThat(said().get(0).guestId()).isNotNull();
        assertThat(said().get(0).body()).isEqualTo("I bring spoons");
        assertThat(said().get(0).parentId()).isEqualTo(question);
    }

    @Test
    void whatAGuestAnswersWhomAnAccountHasClaimedIsTheAccounts() throws Exception {
        String email = guest();
        jdbc.sql("update account set email = ? where id = ?")
                .params(email, tom.id())
                .update();
        jdbc.sql("update guest set claimed_by = ? where email = ?")
                .params(tom.id(), email)
                .update();
        arrives(by(email, "I bring spoons"));

        assertThat(said()).containsExactly(toms("I bring spoons"));
    }

    @Test
    void aGuestsSecretLinkIsNotPublishedWhateverTheirProgramQuotesItAs() throws Exception {
        arrives(by(guest(), """
                I bring spoons

                Kimden: Shelfmates <noreply@localhost>
                Gönderildi: 22 Kasım 2027 08:00
                Kime: Gwen
                Konu: Tea

                Who brings cups?

                Look at your answer: http://localhost:8080/rsvps/""" + Token.random()));

        assertThat(said()).singleElement().extracting(Said::body).isEqualTo("I bring spoons");
    }

    @Test
    void aGuestsAnswerWaitsForAPlannerWhereTheyWantThat() throws Exception {
        jdbc.sql("update tweetup set hold_guests = true where id = ?")
                .param(tea)
                .update();
        String email = guest();
        Sent sent = by(email, "I bring spoons");
        send(sent.mail());
        arrives(sent);

        assertThat(said()).isEmpty();
        assertThat(jdbc.sql(
                                "select parent_id || ' ' || body from guest_comment where tweetup_id = ? and used_at is not null")
                        .param(tea)
                        .query(String.class)
                        .list())
                .containsExactly(question + " I bring spoons");
    }
}
