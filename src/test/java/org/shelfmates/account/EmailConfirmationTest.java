package org.shelfmates.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Mailbox;
import org.shelfmates.support.Pages;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class EmailConfirmationTest {

    private static final Pattern LINK =
            Pattern.compile("^http://localhost:8080(/confirmations/([\\w-]{32}))\\r?$", Pattern.MULTILINE);

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    GreenMail mailServer;

    @Autowired
    EmailConfirmations confirmations;

    @Autowired
    JdbcClient jdbc;

    private Pages.Page signUp(String handle, String email) {
        return pages.postAsStranger(
                "/sign-up",
                "name",
                "Gwen Pritchard",
                "handle",
                handle,
                "email",
                email,
                "place",
                String.valueOf(Community.BANGOR),
                "placeName",
                "Bangor",
                "password",
                "violet lamp under granite");
    }

    /** The mails to an address, once one is there. */
    private List<MimeMessage> mails(String email) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> Stream.of(mailServer.getReceivedMessages())
                                .filter(mail -> to(mail).equalsIgnoreCase(email))
                                .toList(),
                        found -> !found.isEmpty());
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String path(String email) throws MessagingException, IOException {
        Matcher link = LINK.matcher(Mailbox.text(mails(email).get(0)));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private boolean confirmed(String handle) {
        return jdbc.sql("select email_confirmed_at is not null from account where handle = ?")
                .param(handle)
                .query(Boolean.class)
                .single();
    }

    @Test
    void whoSignsUpGetsALinkThatAButtonConfirms() throws Exception {
        String handle = Community.unique("newcomer");
        signUp(handle, handle + "@example.org");
        MimeMessage mail = mails(handle + "@example.org").get(0);
        assertThat(mail.getSubject()).isEqualTo("Confirm your address");
        assertThat(Mailbox.text(mail)).contains("Hello " + handle);
        String link = path(handle + "@example.org");

        assertThat(pages.get(link).text("main button")).isEqualTo("Confirm my address");
        assertThat(pages.get(link).status()).isEqualTo(200);
        assertThat(confirmed(handle)).isFalse();

        assertThat(pages.postAsStranger(link).text("h1")).isEqualTo("Your address is confirmed");
        assertThat(confirmed(handle)).isTrue();

        Pages.Page again = pages.postAsStranger(link);
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.text("h1")).isEqualTo("This link is used up");
        assertThat(confirmed(handle)).isTrue();
    }

    @Test
    void ofALinkUsedTwiceAtOnceOneIsGood() throws Exception {
        String handle = Community.unique("newcomer");
        signUp(handle, handle + "@example.org");
        String token = path(handle + "@example.org").replace("/confirmations/", "");
        Callable<Boolean> use = () -> confirmations.confirm(token);

        var threads = Executors.newFixedThreadPool(8);
        try {
            long good = 0;
            for (var done : threads.invokeAll(List.of(use, use, use, use, use, use, use, use))) {
                good += done.get() ? 1 : 0;
            }
            assertThat(good).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void anOldLinkIsUsedUp() throws Exception {
        String handle = Community.unique("newcomer");
        signUp(handle, handle + "@example.org");
        String link = path(handle + "@example.org");
        jdbc.sql("update email_confirmation set expires_at = now() - interval '1 second' where email = ?")
                .param(handle + "@example.org")
                .update();

        assertThat(pages.postAsStranger(link).status()).isEqualTo(410);
        assertThat(confirmed(handle)).isFalse();
    }

    @Test
    void aMadeUpLinkIsUsedUpToo() {
        assertThat(pages.postAsStranger("/confirmations/made-up").status()).isEqualTo(410);
        assertThat(pages.postAsStranger("/confirmations/☕").status()).isEqualTo(410);
    }

    @Test
    void theDatabaseKnowsNoLinkInClear() throws Exception {
        String handle = Community.unique("newcomer");
        signUp(handle, handle + "@example.org");
        String token = path(handle + "@example.org").replace("/confirmations/", "");

        byte[] kept = jdbc.sql("select token_hash from email_confirmation where email = ?")
                .param(handle + "@example.org")
                .query((row, n) -> row.getBytes(1))
                .single();

        assertThat(kept)
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void anAddressOfSomebodyElseLooksTheSameAndItsOwnerIsTold() throws Exception {
        Someone owner = community.librarian("Cerys Morgan", Community.CARDIFF);
        String handle = Community.unique("newcomer");
        String known = owner.email().toUpperCase(Locale.ROOT);

        Pages.Page answer = signUp(handle, known);
        Pages.Page ordinary = signUp(Community.unique("newcomer"), Community.unique("free") + "@example.org");

        assertThat(answer.status()).isEqualTo(ordinary.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo(ordinary.location());
        assertThat(mails(known)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Somebody signed up with your address");
            assertThat(Mailbox.text(mail))
                    .contains("http://localhost:8080/sign-in")
                    .doesNotContain(handle);
        });
        assertThat(confirmed(handle)).isFalse();
        assertThat(jdbc.sql("select count(*) from email_confirmation where lower(email) = lower(?)")
                        .param(known)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void ofTwoWhoClaimAnAddressTheFirstToConfirmHasIt() throws Exception {
        String email = Community.unique("shared") + "@example.org";
        List<String> handles = List.of(Community.unique("first"), Community.unique("second"));
        handles.forEach(handle -> signUp(handle, email));
        List<String> tokens = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> mails(email).stream()
                                .map(EmailConfirmationTest::token)
                                .toList(),
                        found -> found.size() == 2);

        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> both = tokens.stream()
                    .map(token -> (Callable<Integer>) () ->
                            pages.postAsStranger("/confirmations/" + token).status())
                    .toList();
            for (var done : threads.invokeAll(both)) {
                assertThat(done.get()).isIn(200, 410);
            }
        } finally {
            threads.shutdown();
        }

        assertThat(handles.stream().filter(this::confirmed)).hasSize(1);
    }

    private static String token(MimeMessage mail) {
        try {
            Matcher link = LINK.matcher(Mailbox.text(mail));
            assertThat(link.find()).isTrue();
            return link.group(2);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anotherMailIsSentOnRequestAndNotWithoutEnd() {
        String handle = Community.unique("newcomer");
        signUp(handle, handle + "@example.org");
        long id = jdbc.sql("select id from account where handle = ?")
                .param(handle)
                .query(Long.class)
                .single();
        Someone newcomer = new Someone(id, handle, "Gwen Pritchard");

        for (int i = 0; i < 5; i++) {
            sent(newcomer, i + 1); // while one waits to be sent, it is the one that is asked for
            assertThat(pages.post("/me/confirmation", newcomer).location()).isEqualTo("/me?sent");
        }
        Pages.Page sixth = pages.post("/me/confirmation", newcomer);

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(Long.parseLong(sixth.header("Retry-After"))).isPositive();
        sent(newcomer, 6);
    }

    private void sent(Someone to, int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> mails(to.email()).size() == count);
        await().until(() -> jdbc.sql("select count(*) from direct_mail where about = ? and mail = 'DUE'")
                .param(String.valueOf(to.id()))
                .query(Long.class)
                .single()
                .equals(0L));
    }
}
