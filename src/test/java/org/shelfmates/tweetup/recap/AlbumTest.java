package org.shelfmates.tweetup.recap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jsoup.nodes.Element;
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
class AlbumTest {

    private static final byte[] PHOTO = Photos.jpeg(600, 300);
    private static final byte[] ANOTHER = Photos.jpeg(600, 302);

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone gwen;
    private long id;
    private String page;

    @BeforeEach
    void oneThatIsOver() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        gwen = community.librarian("Gwen Pritchard", Community.BANGOR);
        id = community.happened("Tea", Community.CARDIFF, cerys);
        community.going(id, gwen);
        page = "/tweetups/" + id + "/a-tweetup";
    }

    private Page add(Someone who, String... fields) {
        return pages.upload(
                page + "/pictures", who, PHOTO, fields.length == 0 ? new String[] {"alt", "Six of us"} : fields);
    }

    private long picture() {
        return jdbc.sql("select max(picture_id) from tweetup_picture where tweetup_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private Page remove(Someone who, long tweetup, long picture) {
        return pages.post("/tweetups/" + tweetup + "/pictures/" + picture + "/removal", who);
    }

    private void fill(Someone who, int pictures) {
        for (int i = 0; i < pictures; i++) {
            community.picture(id, who);
        }
    }

    @Test
    void whoCameAddsAPictureAndEverybodySeesIt() {
        assertThat(pages.get(page, gwen).html().select(".afterwards a[href$=/pictures]"))
                .hasSize(1);
        assertThat(pages.get(page + "/pictures", gwen).text("main")).contains("Ask the people in the picture first.");

        Page added = add(gwen, "alt", "Six of us <at> a table", "caption", "At the Hayes");

        assertThat(added.location()).isEqualTo(page + "/pictures");
        Page read = pages.get(page);
        Element image = read.html().selectFirst(".recap .gallery img");
        assertThat(image.attr("alt")).isEqualTo("Six of us <at> a table");
        assertThat(image.attr("width")).isEqualTo("480");
        assertThat(image.attr("height")).isEqualTo("240");
        assertThat(read.text(".recap figcaption")).isEqualTo("At the Hayes");
        assertThat(pages.get(image.attr("src")).status()).isEqualTo(200);
        assertThat(pages.get(image.parent().attr("href")).header("Content-Type"))
                .isEqualTo("image/jpeg");
        assertThat(read.header("Content-Security-Policy")).contains("img-src 'self';");
        assertThat(pages.get(page + "/pictures", cerys).text("main")).contains("Added by Gwen Pritchard");
    }

    @Test
    void aPlannerWhoDidNotAnswerAddsOneToo() {
        assertThat(add(cerys).status()).isEqualTo(303);
    }

    @Test
    void whoWasNotThereAddsNone() {
        Someone absent = community.librarian("Absent Friend", Community.CARDIFF);
        community.going(id, absent);
        jdbc.sql("update rsvp set attended = false where tweetup_id = ? and librarian_id = ?")
                .params(id, absent.id())
                .update();
        for (Someone one : List.of(absent, community.librarian("Some Body", Community.CARDIFF))) {
            assertThat(pages.get(page + "/pictures", one).status()).isEqualTo(403);
            assertThat(add(one).status()).isEqualTo(403);
            assertThat(pages.get(page, one).html().select(".afterwards")).isEmpty();
        }
    }

    @Test
    void whoCameFromTheWaitingListAddsOne() {
        Someone late = community.librarian("Late Comer", Community.CARDIFF);
        community.going(id, late);
        jdbc.sql("update rsvp set standing = 'WAITING', attended = true where tweetup_id = ? and librarian_id = ?")
                .params(id, late.id())
                .update();

        assertThat(add(late).status()).isEqualTo(303);
    }

    @Test
    void beforeItIsOverThereAreNone() {
        long coming = community.tweetup("Soon", Community.CARDIFF, cerys, 2);
        String address = "/tweetups/" + coming + "/a-tweetup/pictures";

        assertThat(pages.get(address, cerys).status()).isEqualTo(409);
        assertThat(pages.upload(address, cerys, PHOTO, "alt", "Early").status()).isEqualTo(409);
    }

    @Test
    void aPictureNeedsWordsAndTheFormKeepsThem() {
        Page refused = add(gwen, "alt", " ", "caption", "b".repeat(301));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text(".error-summary"))
                .contains("Say what is in the picture.", "Write at most 300 characters.");
        assertThat(refused.html().select("#caption").val()).hasSize(301);
        assertThat(add(gwen, "alt", "a\0b").status()).isEqualTo(422);
        assertThat(pages.get(page).html().select(".gallery")).isEmpty();
    }

    @Test
    void whatIsNoPictureIsRefusedBesideItsField() {
        byte[] html = "<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);

        Page refused = pages.upload(page + "/pictures", gwen, html, "alt", "A page");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#picture-error")).contains("Choose a JPEG, PNG, WebP or GIF file.");
        assertThat(refused.html().select(".error-summary a[href=#picture]")).hasSize(1);
        assertThat(refused.html().select("#alt").val()).isEqualTo("A page");
    }

    @Test
    void aFormWithoutAPictureAsksForOne() {
        assertThat(pages.upload(page + "/pictures", gwen, new byte[0], "alt", "Nothing")
                        .text("#picture-error"))
                .contains("Choose a picture.");
        assertThat(pages.post(page + "/pictures", gwen, "alt", "Nothing").status())
                .isEqualTo(422);
        assertThat(pages.post(page + "/pictures", gwen, "alt", "Nothing", "picture", "text")
                        .status())
                .isIn(400, 422);
    }

    @Test
    void nobodyAddsMoreThanSix() {
        fill(gwen, 6);

        assertThat(pages.get(page + "/pictures", gwen).html().select("input[type=file]"))
                .isEmpty();
        assertThat(add(gwen).text("main")).contains("You have added 6 pictures already.");
        assertThat(add(cerys).status()).isEqualTo(303);
    }

    @Test
    void aPictureThatIsSentTwiceIsThereOnce() {
        add(gwen);

        assertThat(add(gwen).status()).isEqualTo(303);
        assertThat(pages.get(page).html().select(".gallery img")).hasSize(1);
    }

    @Test
    void ofTwoAtOnceForTheLastPlaceOneGetsIt() throws Exception {
        fill(gwen, 5);
        fill(community.librarian("Some Body", Community.CARDIFF), 6);

        var one = CompletableFuture.supplyAsync(() -> add(cerys));
        var other = CompletableFuture.supplyAsync(
                () -> pages.upload(page + "/pictures", gwen, ANOTHER, "alt", "Six of us"));

        assertThat(List.of(one.get().status(), other.get().status())).containsExactlyInAnyOrder(303, 422);
        assertThat(pages.get(page + "/pictures", cerys).text("main")).contains("There are 12 pictures already.");
    }

    @Test
    void itIsRemovedByWhoAddedItAndByPlanners() {
        Someone other = community.librarian("Some Body", Community.CARDIFF);
        community.going(id, other);
        add(gwen);
        long first = picture();
        String address = pages.get(page).html().select(".gallery img").attr("src");

        assertThat(pages.get(page + "/pictures", other).html().select("form[action$=/removal]"))
                .isEmpty();
        assertThat(remove(other, id, first).status()).isEqualTo(403);
        assertThat(remove(gwen, id, first).location()).isEqualTo(page + "#recap");
        assertThat(pages.get(address).status()).isEqualTo(404);
        assertThat(remove(gwen, id, first).status()).isEqualTo(404);

        add(gwen);
        assertThat(remove(cerys, id, picture()).status()).isEqualTo(303);
        assertThat(pages.get(page).html().select(".gallery")).isEmpty();
    }

    @Test
    void aPictureOfAnotherTweetupIsNotFound() {
        add(gwen);
        long elsewhere = community.happened("Elsewhere", Community.CARDIFF, cerys);

        assertThat(remove(cerys, elsewhere, picture()).status()).isEqualTo(404);
    }

    @Test
    void aPictureGoesWithItsTweetup() {
        add(gwen);
        String address = pages.get(page).html().select(".gallery img").attr("src");

        jdbc.sql("delete from tweetup_picture where tweetup_id = ?").param(id).update();

        assertThat(jdbc.sql("select count(*) from picture where token = ?")
                        .param(address.substring("/pictures/".length()).replace("-480.jpg", ""))
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
