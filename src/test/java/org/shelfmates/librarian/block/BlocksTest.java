package org.shelfmates.librarian.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class BlocksTest {

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    private Someone gwen;
    private Someone tom;
    private Someone nia;

    @BeforeEach
    void three() {
        gwen = community.librarian(
                "Gwenllian " + Community.unique("Unusual") + " Q", Community.BANGOR, List.of("HEALTH"), List.of("tea"));
        tom = community.librarian("Tom Prosser", Community.BANGOR, List.of("HEALTH"), List.of("tea"));
        nia = community.librarian("Nia Bevan", Community.BANGOR, List.of("HEALTH"), List.of("tea"));
    }

    private static String profile(Someone one) {
        return "/librarians/" + one.handle();
    }

    private static String body(Page page) throws Exception {
        return page.result().getResponse().getContentAsString();
    }

    private boolean follows(Someone follower, Someone followed) {
        return jdbc.sql("select exists (select from follow where follower_id = ? and followed_id = ?)")
                .params(follower.id(), followed.id())
                .query(Boolean.class)
                .single();
    }

    private long comment(long tweetup, Someone author, Long parent) {
        return community.comment(tweetup, author, "Words of " + author.name(), parent);
    }

    @Test
    void blockingEndsFollowsBothWaysAndUnblockingBringsNoneBack() {
        community.follow(tom, gwen, nia);
        community.follow(gwen, tom);

        Page blocked = pages.post(profile(tom) + "/block", gwen);
        pages.post(profile(tom) + "/block", gwen);

        assertThat(blocked.status()).isEqualTo(303);
        assertThat(follows(tom, gwen)).isFalse();
        assertThat(follows(gwen, tom)).isFalse();
        assertThat(follows(tom, nia)).isTrue();
        assertThat(pages.get("/me/settings/blocked", gwen)
                        .html()
                        .select(".library-card__name")
                        .eachText())
                .containsExactly("Tom Prosser");
        assertThat(pages.get(profile(tom), gwen).text("main")).contains("You have blocked Tom Prosser");
        Page refused = pages.post(profile(tom) + "/follow", gwen);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("main")).contains("You have blocked them");

        pages.post(profile(tom) + "/unblock", gwen);

        assertThat(pages.get("/me/settings/blocked", gwen).html().select(".library-card__name"))
                .isEmpty();
        assertThat(follows(gwen, tom)).isFalse();
        assertThat(pages.post(profile(gwen) + "/follow", tom).status()).isEqualTo(303);
    }

    @Test
    void nobodyBlocksThemselvesOrWhomNobodyKnows() {
        assertThat(pages.post(profile(gwen) + "/block", gwen).status()).isEqualTo(400);
        assertThat(pages.post("/librarians/nobody-of-this-name/block", gwen).status())
                .isEqualTo(404);
        assertThat(pages.post("/librarians/nobody-of-this-name/unblock", gwen).status())
                .isEqualTo(404);
    }

    @Test
    void whoIsBlockedCanBlockToo() {
        community.block(gwen, tom);

        assertThat(pages.post(profile(gwen) + "/block", tom).status()).isEqualTo(303);
        assertThat(pages.get(profile(tom), gwen).status()).isEqualTo(404);
    }

    @Test
    void theBlockedOneFindsNoTraceInAnyList() throws Exception {
        String group = community.group("Blocked", Community.BANGOR, gwen, tom);
        String occasion = community.occasion("Fair", Community.BANGOR, nia, 5);
        jdbc.sql("insert into presence select id, ?, now() from occasion where slug = ?")
                .params(gwen.id(), occasion)
                .update();
        community.follow(nia, gwen, tom);
        community.follow(gwen, nia);
        long tea = community.tweetup("Tea", Community.BANGOR, nia, 9);
        community.letPlan(tea, gwen);
        community.letPlan(tea, tom);
        community.hold(tea, group);
        community.going(tea, gwen);
        long said = comment(tea, gwen, null);
        jdbc.sql("update comment set question = true where id = ?").param(said).update();
        long reply = comment(tea, nia, said);
        jdbc.sql("insert into reaction values (?, 'THANKS', ?, now())")
                .params(reply, gwen.id())
                .update();
        long poll = community.datePoll(tea);
        jdbc.sql("update tweetup set state = 'SCHEDULED' where id = ?")
                .param(tea)
                .update();
        jdbc.sql("insert into vote (option_id, librarian_id, answer, voted_at) values (?, ?, 'YES', now())")
                .params(community.options(poll).get(0), gwen.id())
                .update();
        jdbc.sql("insert into decision (tweetup_id, librarian_id, kind, words, decided_at)"
                        + " values (?, ?, 'WORDS', 'No cake', now())")
                .params(tea, gwen.id())
                .update();
        long over = community.happened("Over", Community.BANGOR, gwen);
        community.hold(over, group);
        community.going(over, gwen);
        community.going(over, tom);
        jdbc.sql("insert into recap values (?, 'We had tea.', ?, now(), 1)")
                .params(over, gwen.id())
                .update();
        community.picture(over, gwen);
        List<String> addresses = List.of(
                "/librarians",
                "/librarians?place=" + Community.BANGOR,
                "/librarians?q=unusual",
                "/places/gb/bangor",
                "/groups/" + group,
                "/groups/" + group + "/members",
                "/groups/" + group + "/history",
                profile(nia),
                profile(nia) + "/following",
                profile(nia) + "/followers",
                profile(tom),
                "/occasions/" + occasion,
                "/tweetups",
                "/tweetups/" + tea + "/a-tweetup",
                "/tweetups/" + tea + "/a-tweetup?order=newest",
                "/tweetups/" + tea + "/a-tweetup?order=unanswered",
                "/tweetups/" + tea + "/a-tweetup?reply=" + said,
                "/tweetups/" + tea + "/a-tweetup/attendees",
                "/tweetups/" + tea + "/a-tweetup/register",
                "/tweetups/" + tea + "/a-tweetup/attendees.csv",
                "/tweetups/" + tea + "/a-tweetup/polls",
                "/tweetups/" + tea + "/a-tweetup/decisions",
                "/tweetups/" + over + "/a-tweetup",
                "/tweetups/" + over + "/a-tweetup/attendees",
                "/tweetups/" + over + "/a-tweetup/pictures",
                "/mentions?about=tweetup:" + tea + "&q=gwen",
                "/me",
                "/me/ledger?show=all",
                "/me/notices");
        assertThat(body(pages.get("/tweetups/" + tea + "/a-tweetup", tom))).contains(gwen.handle());

        community.block(gwen, tom);

        for (String address : addresses) {
            Page page = pages.get(address, tom);
            assertThat(page.status()).as(address).isLessThan(400);
            assertThat(body(page)).as(address).doesNotContain(gwen.handle(), gwen.name());
        }
        for (String address : List.of(profile(gwen), profile(gwen) + "/following", profile(gwen) + "/followers")) {
            assertThat(pages.get(address, tom).status()).as(address).isEqualTo(404);
        }
        assertThat(pages.get("/comments/" + said + "/history", tom).status()).isEqualTo(409);
        assertThat(pages.get("/tweetups/" + tea + "/a-tweetup", tom).text("#comment-" + said))
                .isEqualTo("This comment is hidden.");
        assertThat(pages.get("/tweetups/" + tea + "/a-tweetup/attendees", tom).text(".date-due-slip"))
                .contains("Somebody");
        assertThat(body(pages.get("/tweetups/" + tea + "/a-tweetup", nia))).contains(gwen.name());
    }

    @Test
    void theBlockedOneReachesNothing() {
        long tea = community.tweetup("Tea", Community.BANGOR, nia, 9);
        long said = comment(tea, gwen, null);
        community.block(gwen, tom);

        assertThat(pages.post(profile(gwen) + "/follow", tom).status()).isEqualTo(404);
        assertThat(pages.post("/comments/" + said + "/reactions", tom, "kind", "thanks")
                        .status())
                .isEqualTo(409);
        assertThat(pages.post("/tweetups/" + tea + "/comments", tom, "body", "Hello", "parent", said + "")
                        .status())
                .isEqualTo(409);

        pages.post("/tweetups/" + tea + "/comments", tom, "body", "Hello @" + gwen.handle() + " and @" + nia.handle());

        assertThat(jdbc.sql(
                                "select librarian_id from mention m join comment c on c.id = m.comment_id where author_id = ?")
                        .param(tom.id())
                        .query(Long.class)
                        .list())
                .containsExactly(nia.id());
    }

    @Test
    void whatOnlyTheBlockerPlansCannotBeAnswered() {
        long tea = community.tweetup("Tea", Community.BANGOR, gwen, 9);
        community.going(tea, nia);
        community.block(gwen, tom);
        community.block(gwen, nia);

        Page refused = pages.post("/tweetups/" + tea + "/rsvp", tom, "answer", "going");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("main")).contains("You cannot answer this invitation.");
        assertThat(pages.post("/tweetups/" + tea + "/rsvp", nia, "answer", "not-going")
                        .status())
                .isEqualTo(303);

        community.letPlan(tea, community.librarian("Huw Rees", Community.BANGOR));

        assertThat(pages.post("/tweetups/" + tea + "/rsvp", tom, "answer", "going")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void neitherIsToldOfTheOtherAnyMoreNorOfTheBlock() {
        pages.post(profile(gwen) + "/follow", tom);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> community.told(gwen, "FOLLOWED").size() == 1);

        pages.post(profile(tom) + "/block", gwen);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> community.told(gwen, "FOLLOWED").isEmpty());
        long tea = community.tweetup("Tea", Community.BANGOR, tom, 9);
        long said = comment(tea, tom, null);
        pages.post("/tweetups/" + tea + "/comments", gwen, "body", "Hello", "parent", said + "");
        pages.post("/tweetups/" + tea + "/comments", nia, "body", "Hello", "parent", said + "");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !community.told(tom, "REPLY").isEmpty());
        assertThat(jdbc.sql("select actor_id from notice where librarian_id = ?")
                        .param(tom.id())
                        .query(Long.class)
                        .list())
                .containsOnly(nia.id());
    }
}
