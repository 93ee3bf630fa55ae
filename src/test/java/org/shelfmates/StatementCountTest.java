package org.shelfmates;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many SQL statements each page sends, over real HTTP and with its session: few, and the same however long its lists
 * are. The figures are printed for docs/performance.md.
 */
@ShelfmatesTest
class StatementCountTest {

    private static final int MOST = 8;
    private static final int MOST_FOR_A_TWEETUP = 6;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void everyPageSendsFewStatementsHoweverLongItsListsAre() throws Exception {
        Someone viewer = community.librarian("Cerys Morgan", Community.NEWPORT);
        String group = community.group("Counted", Community.NEWPORT, viewer);
        community.organise(group, viewer);
        community.group("Near", Community.NEWPORT, viewer);
        long tweetup = community.tweetup("Counted", Community.NEWPORT, viewer, 4);
        Community.Series series = community.series("Counted", Community.NEWPORT, viewer, 3);
        String occasion = community.occasion("Counted", Community.NEWPORT, viewer, 9);
        long past = community.tweetup(
                "Past", Community.NEWPORT, viewer, 4, "SCHEDULED", Instant.now().minus(Duration.ofDays(2)));
        long comment = community.comment(tweetup, viewer, "Counted", null);
        Someone other = community.librarian("Other Reader", Community.CARDIFF);
        String programme = community.programme("counted", viewer);
        long visit = community.visit(Community.CARDIFF, viewer, 9);
        long venue = community.venue("Counted", Community.NEWPORT, "FREE", null);
        jdbc.sql("update tweetup set venue_id = ? where id = ?")
                .params(venue, tweetup)
                .update();
        long post = community.boardPost(group, viewer, "Counted");
        long appeal = community.appeal("Counted", tweetup);
        long undated = community.idea("Counted", Community.NEWPORT, viewer);
        List<String> addresses = List.of(
                lonely(),
                "/librarians?near=Newport,%20Wales&programme=" + programme + "&offers=SPACE&sector=PUBLIC",
                "/programmes/" + programme,
                "/visits/" + visit,
                "/venues",
                "/venues?near=Newport,%20Wales&people=12&hours=3",
                "/venues/" + venue + "/counted",
                "/venues/" + venue + "/counted/edit",
                "/venues/" + venue + "/counted/history",
                "/venues/" + venue + "/counted/merge",
                "/groups/" + group + "/venues",
                "/appeals/" + appeal,
                "/appeals/" + appeal + "/suggestions/new",
                "/appeals/new?tweetup=" + tweetup,
                "/tweetups/" + tweetup + "/polls/new?kind=venue",
                "/conversations/" + community.exchange(viewer, other),
                "/librarians/" + viewer.handle() + "/followers",
                "/librarians/" + other.handle() + "/introduction",
                "/comments/" + comment + "/edit",
                "/comments/" + comment + "/deletion",
                "/comments/" + comment + "/history",
                "/tweetups/" + tweetup + "/a-tweetup?order=newest",
                "/tweetups/" + tweetup + "/a-tweetup?order=unanswered",
                "/tweetups/" + tweetup + "/a-tweetup/guest-comments",
                "/",
                "/places?q=newport",
                "/places/gb/newport",
                "/librarians",
                "/librarians?near=Newport,%20Wales",
                "/librarians/" + viewer.handle(),
                "/librarians/" + viewer.handle() + "/following",
                "/librarians/" + viewer.handle() + "/followers?within=100&sector=PUBLIC&shared=true",
                "/groups",
                "/groups/" + group,
                "/groups/" + group + "/members",
                "/groups/" + group + "/history",
                "/groups/" + group + "/edit",
                "/groups/" + group + "/picture",
                "/groups/" + group + "/join",
                "/groups/" + group + "/requests",
                "/groups/" + group + "/invitations",
                "/groups/" + group + "/removed",
                "/groups/" + group + "/members/" + viewer.handle(),
                "/groups/" + group + "/membership",
                "/groups/" + group + "/leave",
                "/groups/" + group + "/takeover",
                "/groups/new?place=" + Community.NEWPORT,
                "/groups/" + group + "/board",
                "/groups/" + group + "/board?kind=ask",
                "/groups/" + group + "/board/" + post + "/a-post",
                "/groups/" + group + "/board/" + post + "/a-post/edit",
                "/tweetups",
                "/tweetups?show=past",
                "/tweetups/" + tweetup + "/a-tweetup",
                "/tweetups/" + tweetup + "/a-tweetup/attendees",
                "/tweetups/" + tweetup + "/a-tweetup/register",
                "/tweetups?near=Newport,%20Wales&free=true&step-free=true&needs-answers=true&from=2020-01-01&until=2099-01-01",
                "/tweetups/calendar",
                "/tweetups/" + tweetup + "/a-tweetup/series",
                "/tweetups/" + series.first() + "/a-tweetup",
                "/series/" + series.id() + "/a-tweetup",
                "/series/" + series.id() + "/a-tweetup/continuation",
                "/series/" + series.id() + "/a-tweetup/end",
                "/occasions",
                "/me/notices",
                "/me/settings/notices",
                "/occasions/" + occasion,
                "/occasions/" + occasion + "/edit",
                "/tweetups/" + tweetup + "/a-tweetup/edit",
                "/tweetups/" + tweetup + "/a-tweetup/change",
                "/tweetups/" + tweetup + "/a-tweetup/cancellation",
                "/tweetups/" + past + "/a-tweetup/recap",
                "/tweetups/" + past + "/a-tweetup/pictures",
                "/programmes",
                "/visits",
                "/visits/new",
                "/me",
                "/me/suggestions",
                "/me/introductions",
                "/me/ledger",
                "/me/ledger?show=waiting",
                "/me/ledger?show=all",
                "/me/profile",
                "/tweetups/new?venue=" + venue,
                "/tweetups/new?place=" + Community.NEWPORT,
                "/tweetups/new?group=" + group,
                "/tweetups/new?copy=" + tweetup,
                "/tweetups/" + undated + "/an-idea/date",
                "/tweetups/new");
        long polled = community.idea("Polled", Community.NEWPORT, viewer);
        community.datePoll(polled);
        community.going(past, viewer);
        remember(viewer, past);
        String session = signIn(viewer);
        for (String address : List.of("/tweetups/" + polled + "/an-idea", "/tweetups/" + past + "/a-tweetup")) {
            assertThat(count(List.of(address), session).get(0))
                    .as(address)
                    .hasSizeLessThanOrEqualTo(MOST_FOR_A_TWEETUP);
        }
        community.comment(polled, community.librarian("Somebody", Community.NEWPORT));
        suggest(viewer, appeal, 1);
        List<List<String>> before = count(addresses, session);

        fill(viewer, group, tweetup);
        fill(viewer, occasion);
        furnish(viewer, venue);
        crowd(viewer, tweetup);
        accompany(viewer, programme);
        fill(viewer, series);
        suggest(viewer, appeal, 30);

        List<List<String>> after = count(addresses, session);
        for (int i = 0; i < addresses.size(); i++) {
            System.out.println("SQL statements: " + after.get(i).size() + " for " + addresses.get(i));
            assertThat(after.get(i))
                    .as(addresses.get(i))
                    .isNotEmpty()
                    .hasSameSizeAs(before.get(i))
                    .hasSizeLessThanOrEqualTo(MOST);
        }
        for (long one : List.of(tweetup, series.first())) {
            assertThat(after.get(addresses.indexOf("/tweetups/" + one + "/a-tweetup")))
                    .hasSizeLessThanOrEqualTo(MOST_FOR_A_TWEETUP);
        }
    }

    private void fill(Someone viewer, String group, long tweetup) {
        long thread = jdbc.sql("select id from thread where subject = ?")
                .param("tweetup:" + tweetup)
                .query(Long.class)
                .single();
        for (int i = 0; i < 30; i++) {
            Someone one = community.librarian("Somebody", Community.NEWPORT, List.of("PUBLIC"), List.of("tea"));
            community.comment(community.tweetup("Another", Community.NEWPORT, viewer, 3), one);
            long over = community.happened("Over", Community.NEWPORT, viewer);
            community.hold(over, group);
            remember(viewer, over);
            jdbc.sql("insert into membership select id, ?, false, now() from city_group where slug = ?")
                    .params(one.id(), group)
                    .update();
            Someone asker = community.librarian("Asker", Community.NEWPORT);
            jdbc.sql("insert into join_request select id, ?, 'Please', now() from city_group where slug = ?")
                    .params(asker.id(), group)
                    .update();
            jdbc.sql("insert into group_invitation select id, ?, ?, now() from city_group where slug = ?")
                    .params(asker.id(), viewer.id(), group)
                    .update();
            jdbc.sql("insert into removed_member select id, ?, ?, now() from city_group where slug = ?")
                    .params(asker.id(), viewer.id(), group)
                    .update();
            jdbc.sql("insert into rsvp (tweetup_id, librarian_id, answer, standing, turn, answered_at)"
                            + " values (?, ?, 'GOING', ?, ?, now())")
                    .params(tweetup, one.id(), i < 4 ? "CONFIRMED" : "WAITING", i)
                    .update();
            jdbc.sql("insert into reaction select id, 'THANKS', ?, now() from comment where thread_id = ?")
                    .params(one.id(), thread)
                    .update();
            jdbc.sql("insert into comment (id, thread_id, path, author_id, body, created_at)"
                            + " select id, ?, array[id], ?, 'Hello', now() from nextval('comment_seq') as id")
                    .params(thread, one.id())
                    .update();
        }
    }

    /** @return the address of a place with neither people nor tweetups around it */
    private String lonely() {
        return jdbc.sql("""
                        select '/places/' || lower(country) || '/' || slug from place p where not exists (
                            select from place n where n.position <@ cube_enlarge(p.position, chord_of(50), 3)
                                and (exists (select from librarian where place_id = n.id)
                                    or exists (select from tweetup where place_id = n.id)))
                        order by id limit 1""").query(String.class).single();
    }

    private void furnish(Someone viewer, long venue) {
        for (int i = 0; i < 30; i++) {
            community.venue("Counted " + i, i % 2 == 0 ? Community.NEWPORT : Community.CARDIFF, "BUY_SOMETHING", i + 1);
            jdbc.sql("insert into venue_revision (venue_id, kind, made_by, made_at, fields, before, after) values"
                            + " (?, 'EDITED', ?, now(), '{place,capacity}', '{2653822,1}', '{2641598,2}')")
                    .params(venue, viewer.id())
                    .update();
        }
    }

    private void accompany(Someone viewer, String programme) {
        for (int i = 0; i < 30; i++) {
            Someone one = community.librarian("Somebody", Community.NEWPORT, List.of("PUBLIC"), List.of());
            community.join(programme, one, true);
            community.follow(one, viewer);
            community.visit(Community.CARDIFF, one, i);
        }
        jdbc.sql("""
                        insert into thing (programme_id, position, title)
                        select id, n, 'Thing' from programme cross join generate_series(1, 30) n where slug = ?""").param(programme).update();
    }

    private void suggest(Someone viewer, long appeal, int times) {
        for (int i = 0; i < times; i++) {
            long venue = community.venue("Counted", Community.CARDIFF, "FREE", null);
            jdbc.sql("insert into appeal_suggestion (appeal_id, venue_id, note, librarian_id, suggested_at, stands_at)"
                            + " values (?, ?, '', ?, now(), now())")
                    .params(appeal, venue, viewer.id())
                    .update();
            community.appeal("Another", viewer);
        }
    }

    private void remember(Someone viewer, long tweetup) {
        jdbc.sql("insert into recap values (?, 'We *had* tea.', ?, now(), 1)")
                .params(tweetup, viewer.id())
                .update();
        for (int i = 0; i < 3; i++) {
            community.picture(tweetup, viewer);
        }
    }

    private void fill(Someone viewer, Community.Series series) {
        for (int i = 1; i <= 30; i++) {
            long one = community.tweetup(
                    "Repeated",
                    Community.NEWPORT,
                    viewer,
                    3,
                    "SCHEDULED",
                    Instant.now().plus(Duration.ofDays(i * 9L - 90)));
            jdbc.sql("update tweetup set series_id = ?, series_date = current_date + ? where id = ?")
                    .params(series.id(), 500 + i, one)
                    .update();
        }
    }

    private void fill(Someone viewer, String occasion) {
        for (int i = 0; i < 30; i++) {
            Someone one = community.librarian("Somebody", Community.NEWPORT);
            community.hang(community.tweetup("Hung", Community.NEWPORT, one, 3), occasion);
            community.occasion("Another", Community.NEWPORT, viewer, i);
            jdbc.sql("insert into presence select id, ?, now() from occasion where slug = ?")
                    .params(one.id(), occasion)
                    .update();
            jdbc.sql("insert into follow values (?, ?, now())")
                    .params(viewer.id(), one.id())
                    .update();
        }
    }

    /** 5,000 answers and 2,000 comments, which are many. */
    private void crowd(Someone viewer, long tweetup) {
        String word = Community.unique("crowd");
        jdbc.sql("""
                        with crowd as (
                            insert into guest (name, email, created_at)
                            select 'Guest ' || n, :word || n || '@example.org', now() from generate_series(1, 5000) n returning id)
                        insert into rsvp (tweetup_id, guest_id, answer, standing, turn, answered_at)
                        select :tweetup, id, 'GOING', 'WAITING', 1000 + id, now() from crowd""").param("word", word).param("tweetup", tweetup).update();
        jdbc.sql("""
                        insert into comment (id, thread_id, path, author_id, body, created_at)
                        select said.id, thread.id, array[said.id], :author, 'Hello', now()
                        from thread cross join (select nextval('comment_seq') as id from generate_series(1, 2000)) said
                        where subject = :subject""")
                .param("author", viewer.id())
                .param("subject", "tweetup:" + tweetup)
                .update();
    }

    private final HttpClient client = HttpClient.newHttpClient();

    private List<List<String>> count(List<String> addresses, String session) throws Exception {
        List<List<String>> all = new ArrayList<>();
        for (String address : addresses) {
            all.add(Statements.of(() -> {
                HttpResponse<String> answer = client.send(
                        request(address).header("Cookie", session).build(), HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(address).isEqualTo(200);
            }));
        }
        return all;
    }

    /** @return the session's cookie */
    private String signIn(Someone viewer) throws Exception {
        HttpResponse<String> form = client.send(request("/sign-in").build(), HttpResponse.BodyHandlers.ofString());
        String token =
                org.jsoup.Jsoup.parse(form.body()).select("input[name=_csrf]").val();
        String csrf = form.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        HttpResponse<String> signedIn = client.send(
                request("/sign-in")
                        .header("Cookie", csrf)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + token + "&username=" + viewer.handle()
                                + "&password=" + Community.PASSWORD.replace(' ', '+')))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(signedIn.statusCode()).isEqualTo(303);
        return signedIn.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("SESSION="))
                .findFirst()
                .orElseThrow()
                .split(";")[0];
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
    }
}
