package org.shelfmates.notice.post;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.conversation.Subject;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Telling;
import org.shelfmates.notice.Word;
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
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The mail of a notice as a mail program gets it, its links, and what happens when it cannot be sent. */
@ShelfmatesTest
class LetterTest {

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Community community;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Notices notices;

    @Autowired
    Postman postman;

    @Autowired
    Mailbag mailbag;

    @Autowired
    Batches batches;

    @Autowired
    Letters letters;

    @Autowired
    JavaMailSender sender;

    private Someone cerys;
    private Someone tom;
    private long tea;

    @BeforeEach
    void aTweetup() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Prosser", Community.CARDIFF);
        tea = community.tweetup("Tea", Community.CARDIFF, cerys, 4);
        community.going(tea, tom);
    }

    private void tell(Kind kind, String title, Word... words) {
        notices.tell(
                new Telling(
                        kind,
                        new Subject("tweetup", tea),
                        Community.unique("key"),
                        title,
                        "/tweetups/" + tea,
                        new Telling.Actor(cerys.id(), cerys.name()),
                        List.of(words)),
                List.of(tom.id()));
    }

    private MimeMessage reminder() {
        tell(
                Kind.REMINDER,
                "Tea",
                Word.moment(Instant.parse("2027-07-01T17:00:00Z"), ZoneOffset.UTC),
                Word.text("Here"));
        return mailbox.mails(tom.email(), 1).get(0);
    }

    private String link(MimeMessage mail, String of) throws Exception {
        Matcher link =
                Pattern.compile("http://localhost:8080(" + of + "[^\\s>]+)").matcher(Mailbox.text(mail));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String channel() {
        return jdbc.sql("select channel from notice_setting where librarian_id = ? and kind = 'REMINDER'")
                .param(tom.id())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private boolean going() {
        return jdbc.sql("select standing is not null from rsvp where tweetup_id = ? and librarian_id = ?")
                .params(tea, tom.id())
                .query(Boolean.class)
                .single();
    }

    @Test
    void itSaysWhatItIsAndWhichThreadItBelongsToAndHowToStopIt() throws Exception {
        MimeMessage mail = reminder();
        long id = jdbc.sql("select id from notice where librarian_id = ?")
                .param(tom.id())
                .query(Long.class)
                .single();

        assertThat(mail.getMessageID()).isEqualTo("<notice-" + id + "@localhost>");
        assertThat(mail.getHeader("References")).containsExactly("<tweetup-" + tea + "@localhost>");
        assertThat(mail.getHeader("In-Reply-To")).containsExactly("<tweetup-" + tea + "@localhost>");
        assertThat(mail.getHeader("List-Id")).containsExactly("Shelfmates <reminder.notices.localhost>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("List-Unsubscribe")[0]).matches("(?s)<http://localhost:8080/unsubscribe/[\\w-]{32}>");
    }

    @Test
    void itIsTextAndHtmlAlikeWithoutAnythingFromElsewhere() throws Exception {
        Multipart parts = (Multipart) reminder().getContent();

        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("1 Jul 2027, 17:00");
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains("1 Jul 2027, 17:00", "/unsubscribe/", "/releases/")
                .doesNotContain("<img", "<script", "<link");
    }

    @Test
    void aChangeComesWithTheDateForTheCalendar() throws Exception {
        Word moment = Word.moment(Instant.parse("2027-07-01T17:00:00Z"), ZoneOffset.UTC);
        Word text = Word.text("<b>Here</b>");
        tell(Kind.CHANGED, "Tea", moment, text, moment, text, text);
        Multipart parts = (Multipart) mailbox.mails(tom.email(), 1).get(0).getContent();

        assertThat(parts.getCount()).isEqualTo(3);
        assertThat(parts.getBodyPart(2).getContentType())
                .startsWith("text/calendar")
                .contains("method=PUBLISH");
        assertThat(new String(parts.getBodyPart(2).getInputStream().readAllBytes()))
                .contains("UID:tweetup-" + tea + "@localhost");
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains("&lt;b&gt;Here")
                .doesNotContain("<b>Here");
    }

    @Test
    void aTitleCannotAddHeaders() throws Exception {
        tell(Kind.REPLY, "Tea\r\nBcc: everybody@example.org", Word.text("Hello"));
        MimeMessage mail = mailbox.mails(tom.email(), 1).get(0);

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("Re: Tea Bcc: everybody@example.org");
        assertThat(mail.getAllRecipients()).hasSize(1);
    }

    @Test
    void whereABrowserEndedALineNoParagraphEnds() throws Exception {
        tell(Kind.REPLY, "Tea", Word.text("one\r\ntwo\r\n\r\nthree"));

        assertThat(Mailbox.text(mailbox.mails(tom.email(), 1).get(0)).replace("\r\n", "\n"))
                .contains("one\ntwo\n\nthree");
    }

    @Test
    void itIsInTheLanguageOfWhoReadsIt() throws Exception {
        pages.post("/me/settings/notices", tom, "language", "cy");

        assertThat(reminder().getSubject()).isEqualTo("Yn fuan: Tea");
    }

    @Test
    void openingTheLinkThatStopsThemChangesNothingAndOneClickDoes() throws Exception {
        String link = link(reminder(), "/unsubscribe/");

        assertThat(pages.get(link).text("main")).contains("Stop these mails");
        assertThat(channel()).isEmpty();

        // as mail programs do: no cookie, no token of a form
        assertThat(mvc.post().uri(link).param("List-Unsubscribe", "One-Click").exchange())
                .hasStatusOk();
        assertThat(channel()).isEqualTo("SITE");
    }

    @Test
    void whoIsNotToldAtAllStaysSoWhateverTheyClick() throws Exception {
        String link = link(reminder(), "/unsubscribe/");
        community.tell(tom, "REMINDER", "OFF");

        assertThat(mvc.post().uri(link).exchange()).hasStatusOk();
        assertThat(channel()).isEqualTo("OFF");
    }

    @Test
    void openingTheLinkThatGivesAPlaceBackChangesNothingAndItsButtonDoes() throws Exception {
        String link = link(reminder(), "/releases/");

        assertThat(pages.get(link).html().select("form[action='" + link + "'] button"))
                .hasSize(1);
        assertThat(going()).isTrue();

        assertThat(pages.postAsStranger(link).text("h1")).isEqualTo("Your place is given back");
        assertThat(going()).isFalse();
        assertThat(pages.postAsStranger(link).text("main")).contains("no place to give back");
    }

    @Test
    void aLinkWithAChangedLetterIsNotFound() throws Exception {
        MimeMessage mail = reminder();
        for (String of : List.of("/unsubscribe/", "/releases/")) {
            String link = link(mail, of);
            char last = link.charAt(link.length() - 1);
            String changed = link.substring(0, link.length() - 1) + (last == 'A' ? 'B' : 'A');
            assertThat(pages.get(changed).status()).isEqualTo(404);
            assertThat(pages.postAsStranger(changed).status()).isEqualTo(404);
        }
        assertThat(going()).isTrue();
        assertThat(channel()).isEmpty();
    }

    @Test
    void givingAPlaceBackTakesAFormOfOurs() throws Exception {
        String link = link(reminder(), "/releases/");

        assertThat(mvc.post().uri(link).exchange()).hasStatus(403);
        assertThat(going()).isTrue();
    }

    @Test
    void whatWasAcceptedByAServerAndNotNotedIsSentAgainAsTheSameMail() throws Exception {
        MimeMessage first = reminder();
        dueAgain(Duration.ofSeconds(-1));
        postman.deliver();

        MimeMessage second = mailbox.mails(tom.email(), 2).get(1);
        assertThat(second.getMessageID()).isEqualTo(first.getMessageID());
    }

    @Test
    void whatOneInstanceHasClaimedNoOtherSends() {
        reminder();
        dueAgain(Duration.ofDays(1));
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1).plusMinutes(1));

        assertThat(mine(letters.claim(tomorrow, 1000))).isEqualTo(1);
        assertThat(mine(letters.claim(tomorrow, 1000))).isZero();
        assertThat(mine(letters.claim(tomorrow.plus(Mailbag.CLAIM), 1000))).isEqualTo(1);
    }

    private long mine(List<Letter> letters) {
        return letters.stream()
                .filter(letter -> letter.email().equals(tom.email()))
                .count();
    }

    @Test
    void whatCannotBeSentIsTriedAgainLaterAndGivenUpInTheEnd() {
        reminder();
        dueAgain(Duration.ofDays(1));
        var broken = new JavaMailSenderImpl();
        broken.setHost("127.0.0.1");
        broken.setPort(1); // nobody listens there
        Instant now = Instant.now().plus(Duration.ofDays(1).plusMinutes(1));

        deliver(broken, now, 600);
        assertThat(state()).startsWith("DUE").contains("127.0.0.1");

        for (int tries = 0; tries < 8; tries++) {
            now = now.plus(Duration.ofDays(1));
            deliver(broken, now, 600);
        }
        assertThat(state()).startsWith("DEAD");
    }

    @Test
    void whatIsTooFastForAnAddressWaitsAndIsNotLost() {
        reminder();
        dueAgain(Duration.ofDays(1));
        Instant now = Instant.now().plus(Duration.ofDays(1).plusMinutes(1));
        var limits = new RateLimits();
        var pace = new Pace(250, 600, 1);
        deliver(sender, now, pace, limits);
        assertThat(state()).startsWith("SENT");

        dueAgain(Duration.ofDays(1));
        deliver(sender, now, pace, limits);
        assertThat(state()).startsWith("DUE");
        deliver(sender, now.plus(Duration.ofHours(1)), pace, new RateLimits());
        assertThat(state()).startsWith("SENT");
    }

    private void deliver(JavaMailSender with, Instant now, int perDomain) {
        deliver(with, now, new Pace(250, perDomain, 60), new RateLimits());
    }

    private void deliver(JavaMailSender with, Instant now, Pace pace, RateLimits limits) {
        new Postman(batches, mailbag, with, limits, pace, Clock.fixed(now, ZoneOffset.UTC)).deliver();
    }

    /** As if this instance had died before it noted that the mail was sent. */
    private void dueAgain(Duration from) {
        org.awaitility.Awaitility.await().until(() -> state().startsWith("SENT"));
        jdbc.sql("update notice set mail = 'DUE', mail_at = ?, mail_tries = 0 where librarian_id = ?")
                .params(java.sql.Timestamp.from(Instant.now().plus(from)), tom.id())
                .update();
    }

    private String state() {
        return jdbc.sql("select mail || ' ' || mail_error from notice where librarian_id = ?")
                .param(tom.id())
                .query(String.class)
                .single();
    }

    @Test
    void nothingMoreGoesToAnAddressThatAServerRefused() {
        mailbag.refuse(tom.email().toUpperCase(java.util.Locale.ROOT), "550 no such user", Instant.now());
        tell(Kind.REPLY, "Tea", Word.text("Hello"));

        org.awaitility.Awaitility.await().until(() -> state().startsWith("DEAD"));
    }

    @Test
    void theMailOfAnAnswerFollowsTheMailOfTheCommentThatItAnswers() throws Exception {
        long question = community.comment(tea, cerys, "Where?", null);
        long answer = community.comment(tea, cerys, "There.", question);
        long other = community.comment(tea, cerys, "And when?", null);
        MimeMessage first = told(question, 1);
        MimeMessage second = told(answer, 2);
        String root = "<tweetup-" + tea + "@localhost>";

        assertThat(first.getHeader("In-Reply-To")).containsExactly(root);
        assertThat(second.getHeader("In-Reply-To")).containsExactly(first.getMessageID());
        assertThat(second.getHeader("References")).containsExactly(root + " " + first.getMessageID());
        assertThat(told(other, 3).getHeader("In-Reply-To")).containsExactly(root);
    }

    @Test
    void theMailOfAnAnswerToWhatWasNotMailedBeginsTheThread() throws Exception {
        long question = community.comment(tea, cerys, "Where?", null);
        long answer = community.comment(tea, cerys, "There.", question);
        notices.tell(telling("comment:" + question), List.of(cerys.id())); // who wrote it, and is not told

        assertThat(told(answer, 1).getHeader("References")).containsExactly("<tweetup-" + tea + "@localhost>");
    }

    private MimeMessage told(long comment, int count) {
        notices.tell(telling("comment:" + comment), List.of(tom.id()));
        return mailbox.mails(tom.email(), count).get(count - 1);
    }

    private Telling telling(String key) {
        return new Telling(
                Kind.REPLY,
                new Subject("tweetup", tea),
                key,
                "Tea",
                "/tweetups/" + tea,
                new Telling.Actor(cerys.id(), cerys.name()),
                List.of(Word.text("Hello")));
    }
}
