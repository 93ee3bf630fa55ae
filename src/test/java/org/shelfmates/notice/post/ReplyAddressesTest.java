package org.shelfmates.notice.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.conversation.Subject;
import org.shelfmates.notice.Inbound;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Telling;
import org.shelfmates.notice.Word;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Mailbox;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.tweetup.poll.BallotLetters;
import org.shelfmates.tweetup.rsvp.GuestRsvps;
import org.shelfmates.tweetup.rsvp.Releases;
import org.shelfmates.web.Dates;
import org.shelfmates.web.Settings;
import org.shelfmates.web.Token;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.thymeleaf.ITemplateEngine;

/** Mails that can be answered, which is off in the context that the tests share. */
@ShelfmatesTest
class ReplyAddressesTest {

    private static final Inbound ON = new Inbound(
            "imap.example.org",
            null,
            "shelfmates",
            "tea-and-talk",
            Inbound.Tls.IMPLICIT,
            "INBOX",
            "replies@example.org");
    private static final String ADDRESS = "replies\\+[0-9a-v]{26}@example\\.org";

    @Autowired
    Community community;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Notices notices;

    @Autowired
    Envelopes envelopes;

    @Autowired
    MessageSource messages;

    @Autowired
    ITemplateEngine templates;

    @Autowired
    Dates dates;

    @Autowired
    StopLinks stopLinks;

    @Autowired
    Releases releases;

    @Autowired
    GuestRsvps answers;

    @Autowired
    BallotLetters ballots;

    @Autowired
    Settings settings;

    @Autowired
    Clock clock;

    private Someone tom;
    private LetterWriter writer;
    private LetterLinks links;

    @BeforeEach
    void aWriterOfMailsThatCanBeAnswered() {
        tom = community.librarian("Tom Prosser", Community.CARDIFF);
        var replies = new ReplyAddresses(jdbc, ON);
        links = new LetterLinks(stopLinks, releases, answers, ballots, replies);
        writer = new LetterWriter(envelopes, messages, templates, dates, replies, settings, clock);
    }

    private SMTPMessage written(Kind kind, Locale language) throws Exception {
        notices.tell(
                new Telling(
                        kind,
                        new Subject("tweetup", 1),
                        "comment:1",
                        "Tea",
                        "/tweetups/1",
                        new Telling.Actor(null, "Cerys"),
                        List.of(Word.text("Hello"))),
                List.of(tom.id()));
        long id = jdbc.sql("select id from notice where librarian_id = ?")
                .param(tom.id())
                .query(Long.class)
                .single();
        var letter = new Letter(
                id,
                kind,
                "tweetup:1",
                "Cerys",
                "Tea",
                "/tweetups/1",
                "=Hello",
                1,
                tom.id(),
                null,
                tom.email(),
                language,
                null,
                null,
                null);
        return (SMTPMessage) writer.write(
                letter, Objects.requireNonNull(links.make(List.of(letter)).get(letter)));
    }

    @Test
    void aMailAboutACommentSaysWhereItIsAnsweredAndComesBackThereToo() throws Exception {
        SMTPMessage mail = written(Kind.REPLY, Locale.UK);

        String address = ((InternetAddress) mail.getReplyTo()[0]).getAddress();
        assertThat(address).matches(ADDRESS);
        assertThat(mail.getEnvelopeFrom()).isEqualTo(address);
        assertThat(mail.getFrom()[0].toString()).contains("noreply@");
        assertThat(mail.getHeader("Message-ID")[0]).startsWith("<notice-");
        for (int form = 0; form < 2; form++) {
            assertThat(((Multipart) mail.getContent())
                            .getBodyPart(form)
                            .getContent()
                            .toString())
                    .contains("Answer this mail to answer in the conversation");
        }
        String token = address.substring("replies+".length(), address.indexOf('@'));
        assertThat(jdbc.sql("select count(*) from notice_reply where token_hash = ?")
                        .param(Token.hash(token))
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void itSaysSoInWelsh() throws Exception {
        assertThat(Mailbox.text(written(Kind.MENTION, Locale.forLanguageTag("cy"))))
                .contains("Atebwch y neges hon i ateb yn y sgwrs");
    }

    @Test
    void anyOtherMailOnlyComesBackThere() throws Exception {
        SMTPMessage mail = written(Kind.JOINED, Locale.UK);

        assertThat(mail.getHeader("Reply-To")).isNull();
        assertThat(mail.getEnvelopeFrom()).matches(ADDRESS);
        assertThat(Mailbox.text(mail)).doesNotContain("Answer this mail");
    }

    @Test
    void withoutAMailboxForThemMailsSayNothingOfAnswers() throws Exception {
        notices.tell(
                new Telling(
                        Kind.REPLY,
                        new Subject("tweetup", 1),
                        "comment:1",
                        "Tea",
                        "/tweetups/1",
                        new Telling.Actor(null, "Cerys"),
                        List.of(Word.text("Hello"))),
                List.of(tom.id()));
        MimeMessage mail = mailbox.mails(tom.email(), 1).get(0);

        assertThat(mail.getHeader("Reply-To")).isNull();
        assertThat(Mailbox.text(mail)).doesNotContain("Answer this mail");
    }

    @Test
    void anAddressOfNoUseStopsTheStart() {
        for (String address : List.of("", "replies", "a b@example.org", "replies@", "<replies@example.org>")) {
            assertThatThrownBy(() -> new Inbound("imap.example.org", null, "", "", Inbound.Tls.NONE, "INBOX", address))
                    .hasMessageContaining("shelfmates.inbound.address");
        }
        assertThat(ON.toString()).doesNotContain("tea-and-talk");
        assertThat(new Inbound("", null, "", "", Inbound.Tls.IMPLICIT, "INBOX", "").on())
                .isFalse();
    }
}
