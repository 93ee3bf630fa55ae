package org.shelfmates.notice.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.shelfmates.conversation.Subject;
import org.shelfmates.notice.Inbound;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Telling;
import org.shelfmates.notice.Word;
import org.shelfmates.notice.post.ReplyAddresses;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Mailbox;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mailbox of answers on a real SMTP and IMAP server, and somebody who was told of a comment. */
@ShelfmatesTest
abstract class InboundCase {

    private static final String ADDRESS = "replies@example.org";

    private static GreenMail server;
    private static GreenMailUser box;

    @Autowired
    Community community;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Notices notices;

    @Autowired
    ReplyAddresses replies;

    @Autowired
    Sorting sorting;

    @Autowired
    TakenMails taken;

    Letterbox letterbox;
    Someone cerys;
    Someone tom;
    long tea;
    long question;
    long notice;
    String address;

    /** A mail in answer, as somebody's program sends it. */
    record Sent(String from, String to, String headers, String body) {

        Sent withHeaders(String more) {
            return new Sent(from, to, headers + more + "\n", body);
        }

        Sent withBody(String other) {
            return new Sent(from, to, headers, other);
        }

        MimeMessage mail() throws Exception {
            String raw = "From: " + from + "\nTo: " + to + "\nSubject: Re: Tea\n" + headers + "\n" + body;
            return new MimeMessage(
                    session(),
                    new ByteArrayInputStream(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        }
    }

    @BeforeAll
    static void start() {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        box = server.setUser(ADDRESS, "replies", "secret");
        server.getUserManager().setMessageDeliveryHandler((mail, to) -> box); // whatever stands after the plus
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @BeforeEach
    void somebodyWhoWasToldOfAComment() throws Exception {
        server.purgeEmailFromAllMailboxes();
        letterbox = new Letterbox(inbound(port()), sorting, taken);
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Prosser", Community.CARDIFF);
        tea = community.tweetup("Tea", Community.CARDIFF, cerys, 4);
        question = community.comment(tea, cerys, "Who brings cups?", null);
        notices.tell(telling(Kind.REPLY, "comment:" + question), List.of(tom.id()));
        notice = noticeOf("librarian_id", tom.id());
        address = addressOf(notice);
    }

    static Inbound inbound(int port) {
        return new Inbound("127.0.0.1", port, "replies", "secret", Inbound.Tls.NONE, "INBOX", ADDRESS);
    }

    Telling telling(Kind kind, String key) {
        return new Telling(
                kind,
                new Subject("tweetup", tea),
                key,
                "Tea",
                "/tweetups/" + tea,
                new Telling.Actor(cerys.id(), cerys.name()),
                List.of(Word.text("Who brings cups?")));
    }

    long noticeOf(String column, long person) {
        return jdbc.sql("select max(id) from notice where " + column + " = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    String addressOf(long notice) {
        return ADDRESS.replace(
                "@", "+" + replies.issue(java.util.List.of(notice)).get(notice) + "@");
    }

    static int port() {
        return server.getImap().getPort();
    }

    static Session session() {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", "" + server.getSmtp().getPort());
        properties.setProperty("mail.smtp.from", "somebody@example.org");
        return Session.getInstance(properties);
    }

    Sent answer(String body) {
        return new Sent(
                tom.name() + " <" + tom.email() + ">",
                "Shelfmates <" + address + ">",
                "Message-ID: <" + Community.unique("answer") + "@mail.example.org>\n",
                body);
    }

    /** To the server, and from there to us. */
    void arrives(Sent sent) throws Exception {
        send(sent.mail());
        letterbox.empty();
    }

    void send(MimeMessage mail) throws Exception {
        Transport transport = session().getTransport("smtp");
        try (transport) {
            transport.connect();
            transport.sendMessage(mail, new Address[] {new InternetAddress(ADDRESS)});
        }
    }

    int waiting() throws Exception {
        return server.getManagers()
                .getImapHostManager()
                .getInbox(box)
                .getNonDeletedMessages()
                .size();
    }

    /** @param parent null at the top */
    record Said(
            @Nullable Long authorId,
            @Nullable Long guestId,
            String body,
            @Nullable Long parentId) {}

    /** All comments but the one that is answered, in order. */
    List<Said> said() {
        return jdbc.sql("""
                        select c.author_id, c.guest_id, c.body, c.parent_id from comment c join thread t on t.id = c.thread_id
                        where t.subject = ? and c.id <> ? order by c.id""")
                .params("tweetup:" + tea, question)
                .query(Said.class)
                .list();
    }

    void assertTold(String email, String words) throws Exception {
        MimeMessage mail = mailbox.mails(email, 1).stream()
                .filter(one -> subject(one).equals("Your answer was not posted"))
                .findFirst()
                .orElseGet(() -> lastOf(email));
        assertThat(mail.getSubject()).isEqualTo("Your answer was not posted");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(Mailbox.text(mail)).contains(words).doesNotContain("Who brings cups", "Tea", "{0}");
    }

    private MimeMessage lastOf(String email) {
        return mailbox.mails(email, 2).get(1);
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
