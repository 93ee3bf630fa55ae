package org.shelfmates.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.Photos;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class HistoryTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private String slug;
    private String group;

    @BeforeEach
    void aGroup() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        slug = community.group("Readers", Community.CARDIFF, cerys);
        group = "/groups/" + slug;
    }

    private long over(String title, int daysAgo, String state) {
        long id = community.tweetup(
                title, Community.CARDIFF, cerys, null, state, Instant.now().minus(Duration.ofDays(daysAgo)));
        community.hold(id, slug);
        return id;
    }

    @Test
    void aGroupWithoutAPastSaysSoAndIsNotLinked() {
        over("Coming", -3, "SCHEDULED");
        over("Off", 3, "CANCELLED");

        assertThat(pages.get(group).html().select("a[href$=/history]")).isEmpty();
        assertThat(pages.get(group + "/history").text("main")).contains("Nothing has happened yet");
    }

    @Test
    void whatHappenedIsToldLatestFirst() {
        long tea = over("Tea", 30, "SCHEDULED");
        over("Cake", 3, "SCHEDULED");
        over("Coming", -3, "SCHEDULED");
        Someone gwen = community.librarian("Gwen Pritchard", Community.BANGOR);
        Someone absent = community.librarian("Absent Friend", Community.CARDIFF);
        community.going(tea, gwen);
        community.going(tea, absent);
        jdbc.sql("update rsvp set attended = false where librarian_id = ?")
                .param(absent.id())
                .update();
        String page = "/tweetups/" + tea + "/a-tweetup";
        String recap = "# We met\n\n* had **tea** & `<cake>` <b></b>\n\n" + "and talked ".repeat(30);
        pages.post(page + "/recap", cerys, "version", "0", "body", recap);
        pages.upload(page + "/pictures", gwen, Photos.jpeg(60, 30), "alt", "First");
        pages.upload(page + "/pictures", gwen, Photos.jpeg(60, 30), "alt", "Second");

        Page history = pages.get(group + "/history");

        assertThat(pages.get(group).html().select("a[href$=/history]").text()).isEqualTo("What we did");
        assertThat(history.html().select(".history h2").eachText()).containsExactly("Cake", "Tea");
        assertThat(history.html().select(".history a").eachAttr("href")).contains(page);
        assertThat(history.text(".history li:nth-child(2)"))
                .contains("The café, Cardiff", "1 person came", "We met · had tea & <cake> · and talked")
                .endsWith("…");
        assertThat(history.html().select(".history img").eachAttr("alt")).containsExactly("First");
        assertThat(history.header("Cache-Control")).contains("public");
        assertThat(history.header("Set-Cookie")).isNull();
    }

    @Test
    void aLongHistoryIsPaged() {
        for (int i = 1; i <= 21; i++) {
            over("Week " + i, 7 * i, "SCHEDULED");
        }

        Page first = pages.get(group + "/history");
        Page second = pages.get(first.html().select("a[rel=next]").attr("href"));

        assertThat(first.html().select(".history h2")).hasSize(20);
        assertThat(second.html().select(".history h2").eachText()).containsExactly("Week 21");
    }

    @Test
    void madeUpKeysAndGroupsAreRefused() {
        assertThat(pages.get(group + "/history?after=made-up").status()).isEqualTo(400);
        assertThat(pages.get("/groups/no-such-group/history").status()).isEqualTo(404);
    }
}
