package org.shelfmates.tweetup.occasion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class OccasionPageTest {

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    private Someone maker;
    private Someone reader;
    private String address;
    private String slug;

    @BeforeEach
    void anOccasion() {
        maker = community.librarian("Ros Havard", Community.CARDIFF);
        reader = community.librarian("Cerys Morgan", Community.CARDIFF);
        slug = community.occasion("Hay Festival", Community.CARDIFF, maker, 20);
        address = "/occasions/" + slug;
    }

    @Test
    void aStrangerReadsWhatItIsAndIsAskedToSignIn() {
        Page page = pages.get(address);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text("h1")).startsWith("Hay Festival");
        assertThat(page.text(".facts")).contains("Cardiff", "https://example.org/", " to ");
        assertThat(page.html().select(".facts a[rel='nofollow noopener']").attr("href"))
                .isEqualTo("https://example.org/");
        assertThat(page.text(".prose strong")).isEqualTo("field");
        assertThat(page.text(".page-head")).contains("Sign in to say that you will be there");
        assertThat(page.html().select("form[method=post]")).isEmpty();
        assertThat(page.text("#people + *, .people")).doesNotContain(reader.name());
    }

    @Test
    void whoeverIsSignedInSaysThatTheyWillBeThereAndTakesItBack() {
        assertThat(pages.get(address, reader).text(".page-head button")).isEqualTo("I’ll be there");

        Page come = pages.post(address + "/presence", reader);
        pages.post(address + "/presence", reader);

        assertThat(come.status()).isEqualTo(303);
        assertThat(come.location()).isEqualTo(address);
        Page there = pages.get(address, reader);
        assertThat(there.text(".page-head button")).isEqualTo("I won’t be there");
        assertThat(there.html().select(".people__row")).hasSize(1);
        assertThat(pages.get(address).text(".people")).contains("Cerys Morgan");

        pages.post(address + "/presence/withdrawal", reader);
        Page again = pages.post(address + "/presence/withdrawal", reader);

        assertThat(again.status()).isEqualTo(303);
        assertThat(pages.get(address, reader).html().select(".people__row")).isEmpty();
    }

    @Test
    void nobodyComesToWhatIsOverAndWhoSaidSoMayTakeItBack() {
        String past = "/occasions/" + community.occasion("Over", Community.CARDIFF, maker, -20);
        jdbc.sql("insert into presence select id, ?, now() from occasion where slug = ?")
                .params(maker.id(), past.substring("/occasions/".length()))
                .update();

        assertThat(pages.get(past, reader).html().select(".page-head form")).isEmpty();
        assertThat(pages.post(past + "/presence", reader).status()).isEqualTo(409);
        assertThat(pages.get(past, maker).text(".page-head button")).isEqualTo("I wasn’t there");
    }

    @Test
    void thoseWhomTheViewerFollowsComeFirst() {
        Someone early = community.librarian("Early Bird", Community.CARDIFF);
        Someone followed = community.librarian("Gwen Parry", Community.BANGOR);
        pages.post(address + "/presence", early);
        pages.post(address + "/presence", followed);
        pages.post("/librarians/" + followed.handle() + "/follow", reader);

        List<String> names =
                pages.get(address, reader).html().select(".people__name").eachText();
        Element first = pages.get(address, reader).html().selectFirst(".people__row");

        assertThat(names).containsExactly("Gwen Parry", "Early Bird");
        assertThat(first.select(".tag").text()).isEqualTo("you follow");
        assertThat(pages.get(address).html().select(".people__name").eachText())
                .containsExactly("Early Bird", "Gwen Parry");
        assertThat(pages.get(address).html().select(".people .tag")).isEmpty();
    }

    @Test
    void manyPeopleArePagedWithoutLosingOrDoublingAny() {
        for (int i = 0; i < 65; i++) {
            Someone one = community.librarian("Somebody", Community.CARDIFF);
            jdbc.sql("insert into presence select id, ?, now() from occasion where slug = ?")
                    .params(one.id(), slug)
                    .update();
            if (i % 3 == 0) {
                jdbc.sql("insert into follow values (?, ?, now())")
                        .params(reader.id(), one.id())
                        .update();
            }
        }

        Set<String> seen = new HashSet<>();
        int rows = 0;
        for (String next = address; !next.isEmpty(); ) {
            Page page = pages.get(next, reader);
            seen.addAll(page.html().select(".people__name").eachAttr("href"));
            rows += page.html().select(".people__row").size();
            next = page.html().select("aside a[rel=next]").attr("href").replace("#people", "");
        }

        assertThat(seen).hasSize(65);
        assertThat(rows).isEqualTo(65);
    }

    @Test
    void tweetupsThatHangOnItAreShownInOrderAndNameItOnTheirPages() {
        long id = community.tweetup("Breakfast in a barn", Community.CARDIFF, maker, null);
        long idea = community.tweetup("An idea around it", Community.CARDIFF, maker, null);
        jdbc.sql("update tweetup set state = 'IDEA', starts_at = null, ends_at = null where id = ?")
                .param(idea)
                .update();
        community.hang(id, slug);
        community.hang(idea, slug);

        assertThat(pages.get(address).html().select(".catalogue-card__title").eachText())
                .containsExactly("Breakfast in a barn", "An idea around it");
        Page tweetup = pages.get("/tweetups/" + id + "/a-tweetup");
        assertThat(tweetup.text(".facts")).contains("Around Hay Festival");
        assertThat(tweetup.html().select(".facts a[href=" + address + "]")).hasSize(1);
    }

    @Test
    void manyTweetupsArePagedToo() {
        for (int i = 0; i < 23; i++) {
            community.hang(community.tweetup("Hung " + i, Community.CARDIFF, maker, null), slug);
        }

        Page first = pages.get(address);
        Page second =
                pages.get(first.html().select(".columns > div a[rel=next]").attr("href"));

        assertThat(first.html().select(".catalogue-card")).hasSize(20);
        assertThat(second.html().select(".catalogue-card")).hasSize(3);
    }

    @Test
    void theListHasWhatIsComingSoonestFirstAndThenWhatIsPast() {
        String past = community.occasion("Long over", Community.CARDIFF, maker, -9);
        String soon = community.occasion("Very soon", Community.CARDIFF, maker, -1);
        List<String> found = new java.util.ArrayList<>();
        for (String next = "/occasions"; !next.isEmpty(); ) {
            Page page = pages.get(next);
            found.addAll(page.html().select(".catalogue-card__title a").eachAttr("href"));
            next = page.html().select("a[rel=next]").attr("href");
        }

        assertThat(found)
                .doesNotHaveDuplicates()
                .containsSubsequence("/occasions/" + soon, address, "/occasions/" + past);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/occasions?after=made-up", "?people=made-up", "?tweetups=made-up"})
    void aMadeUpPageKeyIsABadRequest(String query) {
        assertThat(pages.get(query.startsWith("/") ? query : address + query).status())
                .isEqualTo(400);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(pages.get("/occasions/no-such-occasion").status()).isEqualTo(404);
        assertThat(pages.post("/occasions/no-such-occasion/presence", reader).status())
                .isEqualTo(404);
        assertThat(pages.post("/occasions/no-such-occasion/presence/withdrawal", reader)
                        .status())
                .isEqualTo(404);
        assertThat(pages.get("/occasions/no-such-occasion/edit", reader).status())
                .isEqualTo(404);
    }

    @Test
    void thePageSendsAsManyStatementsHoweverManyWillBeThere() throws Exception {
        int before = Statements.of(() -> pages.get(address, reader)).size();
        for (int i = 0; i < 20; i++) {
            pages.post(address + "/presence", community.librarian("Somebody", Community.CARDIFF));
            community.hang(community.tweetup("Hung", Community.CARDIFF, maker, null), slug);
        }

        assertThat(Statements.of(() -> pages.get(address, reader))).hasSize(before);
    }
}
