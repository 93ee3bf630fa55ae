package org.shelfmates.librarian.follow;

import static org.assertj.core.api.Assertions.assertThat;

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
class FollowsTest {

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone gwen;

    @BeforeEach
    void two() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        gwen = community.librarian("Gwen Parry", Community.BANGOR);
    }

    private String profile(Someone one) {
        return "/librarians/" + one.handle();
    }

    private long follows(Someone follower, Someone followed) {
        return jdbc.sql("select count(*) from follow where follower_id = ? and followed_id = ?")
                .params(follower.id(), followed.id())
                .query(Long.class)
                .single();
    }

    @Test
    void theirPageOffersToFollowAndThenToStop() {
        assertThat(pages.get(profile(gwen), cerys).text(".library-card__actions button"))
                .isEqualTo("Follow");

        Page followed = pages.post(profile(gwen) + "/follow", cerys);

        assertThat(followed.status()).isEqualTo(303);
        assertThat(followed.location()).isEqualTo(profile(gwen));
        assertThat(pages.get(profile(gwen), cerys).text(".library-card__actions button"))
                .isEqualTo("Stop following");
        assertThat(pages.get(profile(cerys), gwen).text(".library-card__actions button"))
                .isEqualTo("Follow");
    }

    @Test
    void followingTwiceIsFollowingOnceAndSoIsStopping() {
        pages.post(profile(gwen) + "/follow", cerys);
        pages.post(profile(gwen) + "/follow", cerys);

        assertThat(follows(cerys, gwen)).isEqualTo(1);

        pages.post(profile(gwen) + "/unfollow", cerys);
        Page again = pages.post(profile(gwen) + "/unfollow", cerys);

        assertThat(again.status()).isEqualTo(303);
        assertThat(follows(cerys, gwen)).isZero();
    }

    @Test
    void nobodyFollowsThemselves() {
        assertThat(pages.get(profile(cerys), cerys).text(".library-card__actions"))
                .doesNotContain("Follow");
        Page refused = pages.post(profile(cerys) + "/follow", cerys);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("main")).contains("You cannot follow yourself.");
    }

    @Test
    void whomNobodyKnowsCannotBeFollowed() {
        assertThat(pages.post("/librarians/nobody-of-this-name/follow", cerys).status())
                .isEqualTo(404);
        assertThat(pages.post("/librarians/nobody-of-this-name/unfollow", cerys).status())
                .isEqualTo(404);
    }

    @Test
    void strangersSignInFirstAndSeeNoForm() {
        assertThat(pages.get(profile(gwen)).html().select("form[method=post]")).isEmpty();
        assertThat(pages.get(profile(gwen)).text(".library-card__actions")).isEqualTo("Sign in to follow");
        assertThat(pages.postAsStranger(profile(gwen) + "/follow").location()).startsWith("/sign-in");
    }
}
