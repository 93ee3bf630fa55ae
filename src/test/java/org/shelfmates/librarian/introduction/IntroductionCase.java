package org.shelfmates.librarian.introduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.MovableClock;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of introductions share: Cerys, Gwen and Tom, who do not know each other. */
@ShelfmatesTest
abstract class IntroductionCase {

    static final String MINE = "/me/introductions";

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    Someone cerys;
    Someone gwen;
    Someone tom;

    @BeforeEach
    void three() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF, List.of("PUBLIC"), List.of());
        gwen = community.librarian("Gwen Parry", Community.BANGOR, List.of("HEALTH"), List.of());
        tom = community.librarian("Tom Price", Community.NEWPORT);
    }

    static String of(Someone someone) {
        return "/librarians/" + someone.handle() + "/introduction";
    }

    Page ask(Someone asker, Someone other) {
        return pages.post(of(other), asker, "words", "You run zine fairs.");
    }

    Page introduce(Someone third, Someone one, Someone other) {
        return pages.post(of(one) + "/others", third, "handle", "@" + other.handle(), "words", "You both like zines.");
    }

    /** The rows of a pair, the live ones first: who asked, and whether it is live. */
    List<String> rows(Someone one, Someone other) {
        return jdbc.sql("""
                        select a.handle || case when live then ' live' else '' end from introduction i
                        join account a on a.id = i.asked_by where one_id = ? and other_id = ? order by not live, i.id""")
                .params(Math.min(one.id(), other.id()), Math.max(one.id(), other.id()))
                .query(String.class)
                .list();
    }

    /** Answers what waits for somebody, which is one. */
    Page answer(Someone someone, String answer) {
        String address = pages.get(MINE, someone)
                .html()
                .select("form[action$=/" + answer + "]")
                .attr("action");
        assertThat(address).as("waits for " + someone.name()).isNotEmpty();
        return pages.post(address, someone);
    }

    void yes(Someone someone) {
        answer(someone, "acceptance");
    }

    void notNow(Someone someone) {
        answer(someone, "refusal");
    }

    boolean waits(Someone someone) {
        return !pages.get(MINE, someone)
                .html()
                .select("form[action$=/acceptance]")
                .isEmpty();
    }

    boolean follow(Someone follower, Someone followed) {
        return jdbc.sql("select exists (select from follow where follower_id = ? and followed_id = ?)")
                .params(follower.id(), followed.id())
                .query(Boolean.class)
                .single();
    }

    boolean together(Someone one, Someone other) {
        return follow(one, other) && follow(other, one);
    }

    void block(Someone blocker, Someone blocked) {
        jdbc.sql("insert into block values (?, ?, now())")
                .params(blocker.id(), blocked.id())
                .update();
    }

    void told(Someone someone, String kind, int times) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(community.told(someone, kind)).hasSize(times));
    }
}
