package org.shelfmates.tweetup.rsvp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.account.Viewer;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Mailbox;
import org.shelfmates.support.Pages;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** A crowd over real HTTP, with sessions and mails as in life. */
@ShelfmatesTest
class RsvpOverHttpTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    Mailbox mailbox;

    @Autowired
    SessionRepository<? extends Session> sessions;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private long tweetup;

    @BeforeEach
    void twentyPlaces() {
        Someone planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        tweetup = community.tweetup("A hot one", Community.CARDIFF, planner, 20);
    }

    @Test
    void ofTwoHundredAtOnceHalfOfThemGuestsTwentyAreConfirmedAndTheOthersWaitInOrder() throws Exception {
        List<String> members = signedIn(100, sessions);
        List<String> guests = IntStream.range(0, 100)
                .mapToObj(n -> Community.unique("guest") + "@example.org")
                .toList();
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String session = members.get(i);
            String email = guests.get(i);
            all.add(() -> post("/tweetups/" + tweetup + "/rsvp", session, "answer", "going"));
            all.add(() ->
                    post("/tweetups/" + tweetup + "/rsvp", null, "answer", "going", "name", "Tom", "email", email));
        }

        assertThat(atOnce(all)).filteredOn(status -> status == 200).hasSize(100);
        List<Long> confirmed = people("CONFIRMED");
        List<Long> waiting = people("WAITING");
        assertThat(confirmed).hasSize(20);
        assertThat(waiting).hasSize(180).doesNotHaveDuplicates().doesNotContainAnyElementsOf(confirmed);

        List<Callable<Integer>> links = new ArrayList<>();
        for (String email : guests) {
            String link = mailbox.link(email, 1);
            links.add(() -> post(link + "/confirmation", null));
            links.add(() -> post(link + "/confirmation", null));
        }

        assertThat(atOnce(links))
                .as("of two clicks on one link, one counts")
                .containsOnly(303, 410)
                .filteredOn(status -> status == 303)
                .hasSize(100);
        assertThat(people("CONFIRMED")).as("nobody loses a place by confirming").isEqualTo(confirmed);
        assertThat(people("WAITING")).isEqualTo(waiting);
        assertThat(held()).isZero();
    }

    @Test
    void fiftyWithdrawalsAtOncePromoteTheNext() throws Exception {
        List<String> members = signedIn(90, sessions);
        for (String session : members) {
            post("/tweetups/" + tweetup + "/rsvp", session, "answer", "going");
        }
        List<Long> inOrder = new ArrayList<>(people("CONFIRMED"));
        inOrder.addAll(people("WAITING"));

        assertThat(atOnce(members.subList(0, 50).stream()
                        .map(session -> (Callable<Integer>)
                                () -> post("/tweetups/" + tweetup + "/rsvp", session, "answer", "not-going"))
                        .toList()))
                .containsOnly(303);

        assertThat(people("CONFIRMED")).isEqualTo(inOrder.subList(50, 70));
        assertThat(people("WAITING")).isEqualTo(inOrder.subList(70, 90));
    }

    private int post(String address, String session, String... fields) throws Exception {
        Pages.Csrf csrf = pages.csrf();
        Cookie cookie = csrf.cookie();
        StringBuilder body = new StringBuilder("_csrf=").append(encoded(csrf.token()));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Cookie",
                        cookie.getName() + '=' + cookie.getValue() + (session == null ? "" : "; SESSION=" + session))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The values of the session cookies of as many new librarians: their passwords would take a minute to check. */
    private <S extends Session> List<String> signedIn(int people, SessionRepository<S> sessions) {
        return IntStream.range(0, people)
                .mapToObj(n -> {
                    Someone one = community.librarian("Somebody", Community.CARDIFF);
                    var viewer = new Viewer(one.id(), one.handle(), "", "LIBRARIAN");
                    S session = sessions.createSession();
                    session.setAttribute(
                            HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                            new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                                    viewer, null, viewer.getAuthorities())));
                    sessions.save(session);
                    return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
                })
                .toList();
    }

    private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(50);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(acts)) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    /** In the order of their turns: the ids of librarians, and those of guests made negative. */
    private List<Long> people(String standing) {
        return jdbc.sql("select coalesce(librarian_id, -guest_id) from rsvp"
                        + " where tweetup_id = ? and standing = ? order by turn")
                .params(tweetup, standing)
                .query(Long.class)
                .list();
    }

    private int held() {
        return jdbc.sql("select count(*) from rsvp where tweetup_id = ? and held_until is not null")
                .param(tweetup)
                .query(Integer.class)
                .single();
    }
}
