package org.shelfmates.librarian.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.Photos;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.web.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class PortraitTest {

    private static final String FORM = "/me/profile/picture";

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Someone cerys;
    private Someone tom;

    @BeforeEach
    void somebody() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Price", Community.CARDIFF);
    }

    private String card() {
        return "/librarians/" + cerys.handle();
    }

    private String onTheCard(Page page) {
        return page.html().select(".library-card--large img.avatar").attr("src");
    }

    private void audience(String audience) {
        Page form = pages.get("/me/profile", cerys);
        var fields = new java.util.ArrayList<String>();
        form.html().select("form[action=/me/profile]").forms().get(0).formData().stream()
                .filter(field -> !field.key().equals("_csrf"))
                .forEach(field -> fields.addAll(java.util.List.of(
                        field.key(), field.value().startsWith("PICTURE ") ? "PICTURE " + audience : field.value())));
        assertThat(pages.post("/me/profile", cerys, fields.toArray(String[]::new))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void aPictureIsOnTheCardAndInLists() {
        assertThat(pages.upload(FORM, cerys, Photos.jpeg(900, 600)).location()).isEqualTo(card());

        String large = onTheCard(pages.get(card()));
        assertThat(large).matches("/pictures/[\\w-]{32}-256\\.jpg");
        byte[] jpeg = pages.get(large).result().getResponse().getContentAsByteArray();
        assertThat(Photos.read(jpeg).getWidth()).isEqualTo(256);
        assertThat(Photos.read(jpeg).getHeight()).isEqualTo(256);
        String small = pages.get("/librarians", tom)
                .html()
                .select("li:has(a[href=" + card() + "]) img.avatar")
                .attr("src");
        assertThat(small).isEqualTo(large.replace("-256", "-96"));
        assertThat(pages.get(small).status()).isEqualTo(200);
        assertThat(pages.get(card()).html().select("img.avatar").attr("alt")).isEqualTo("Cerys Morgan");
    }

    @Test
    void aPictureIsWhereverTheCardIsShown() {
        Someone follower = community.librarian("Una Follower", Community.CARDIFF);
        community.follow(tom, cerys);
        community.follow(follower, tom);
        pages.upload(FORM, cerys, Photos.jpeg(900, 600));
        assertThat(pages.post("/librarians/" + tom.handle() + "/introduction", cerys, "words", "Tea")
                        .status())
                .isEqualTo(303);

        assertThat(pictured(pages.get("/librarians/" + tom.handle() + "/following")))
                .as("following")
                .isTrue();
        assertThat(pictured(pages.get("/me/introductions", tom)))
                .as("introductions")
                .isTrue();
        assertThat(pictured(pages.get("/me/suggestions", follower)))
                .as("suggestions")
                .isTrue();
    }

    private boolean pictured(Page page) {
        return !page.html()
                .select(".library-card:has(a[href=" + card() + "]) img.avatar")
                .isEmpty();
    }

    @Test
    void webPIsTakenOverRealHttp() {
        Browser browser = new Browser(port).signedIn(cerys);

        assertThat(browser.upload(FORM, Photos.WEBP).status()).isEqualTo(303);
        assertThat(onTheCard(pages.get(card()))).isNotEmpty();
    }

    @Test
    void nothingOfWhereItWasTakenIsKept() {
        pages.upload(FORM, cerys, Photos.fromACamera(Photos.jpeg(400, 200), 6));

        byte[] jpeg =
                pages.get(onTheCard(pages.get(card()))).result().getResponse().getContentAsByteArray();
        assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "Spycamera");
    }

    @Test
    void anotherPictureTakesThePlaceOfTheOneBefore() {
        pages.upload(FORM, cerys, Photos.jpeg(300, 300));
        String first = onTheCard(pages.get(card()));

        pages.upload(FORM, cerys, Photos.jpeg(200, 300));

        assertThat(onTheCard(pages.get(card()))).isNotEqualTo(first);
        assertThat(pages.get(first).status()).isEqualTo(404);
    }

    @Test
    void aPictureThatIsRemovedIsGoneFromItsAddressToo() {
        pages.upload(FORM, cerys, Photos.jpeg(300, 300));
        String address = onTheCard(pages.get(card()));

        assertThat(pages.post(FORM + "/removal", cerys).location()).isEqualTo(FORM);

        assertThat(onTheCard(pages.get(card()))).isEmpty();
        assertThat(pages.get(address).status()).isEqualTo(404);
        assertThat(pages.post(FORM + "/removal", cerys).status()).isEqualTo(303);
    }

    @Test
    void aPictureGoesWithItsLibrarian() {
        pages.upload(FORM, cerys, Photos.jpeg(300, 300));
        String address = onTheCard(pages.get(card()));

        jdbc.sql("delete from account where id = ?").param(cerys.id()).update();

        assertThat(pages.get(address).status()).isEqualTo(404);
    }

    @Test
    void whoMayNotSeeThePictureGetsItNowhereNotEvenByTheAddressItHad() {
        pages.upload(FORM, cerys, Photos.jpeg(300, 300));
        String before = onTheCard(pages.get(card()));

        audience("MEMBERS");

        assertThat(onTheCard(pages.get(card()))).isEmpty();
        assertThat(pages.get("/librarians").html().select("li:has(a[href=" + card() + "]) img"))
                .isEmpty();
        assertThat(pages.get(before).status()).isEqualTo(404);
        String now = onTheCard(pages.get(card(), tom));
        assertThat(pages.get(now).status()).isEqualTo(200);
        audience("NOBODY");
        assertThat(onTheCard(pages.get(card(), tom))).isEmpty();
        assertThat(onTheCard(pages.get(card(), cerys))).isNotEmpty().isNotEqualTo(now);
        assertThat(pages.get(now).status()).isEqualTo(404);
    }

    @Test
    void whoHidesFromStrangersTakesThePicturesAddressAlong() {
        pages.upload(FORM, cerys, Photos.jpeg(300, 300));
        String before = onTheCard(pages.get(card()));

        assertThat(pages.post(
                                "/me/profile",
                                cerys,
                                "version",
                                "0",
                                "name",
                                "Cerys Morgan",
                                "placeName",
                                "Cardiff, Wales",
                                "hidden",
                                "true")
                        .status())
                .isEqualTo(303);

        assertThat(pages.get(before).status()).isEqualTo(404);
        assertThat(pages.get(onTheCard(pages.get(card(), tom))).status()).isEqualTo(200);
    }

    @Test
    void whoIsBlockedKnowsThePicturesAddressNoMore() {
        pages.upload(FORM, cerys, Photos.jpeg(300, 300));
        String before = onTheCard(pages.get(card(), tom));

        pages.post("/librarians/" + tom.handle() + "/block", cerys);

        assertThat(pages.get(before).status()).isEqualTo(404);
        String now = onTheCard(pages.get(card()));
        assertThat(pages.get(now).status()).isEqualTo(200);
        pages.post("/librarians/" + tom.handle() + "/block", cerys); // once more changes nothing
        assertThat(onTheCard(pages.get(card()))).isEqualTo(now);
    }

    static Stream<Arguments> bad() {
        byte[] png = Photos.file(Photos.redAndBlue(200, 200), "png");
        return Stream.of(
                Arguments.of(
                        "an SVG named .png",
                        "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.US_ASCII),
                        "Choose a JPEG, PNG, WebP or GIF file."),
                Arguments.of("30,000 by 30,000", Photos.pngThatClaims(30_000, 30_000), "at most 50 megapixels"),
                Arguments.of("half", Arrays.copyOf(png, png.length / 2), "We could not read this picture."),
                Arguments.of("six megabytes", Photos.joined(Photos.jpeg(9, 9), new byte[6 << 20]), "at most 5 MB"),
                Arguments.of("nothing", new byte[0], "Choose a file first."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void whatIsNoPictureIsRefusedBesideItsFieldAndTheOneBeforeStays(String what, byte[] file, String message) {
        pages.upload(FORM, cerys, Photos.jpeg(300, 300));
        String before = onTheCard(pages.get(card()));

        Page refused = pages.upload(FORM, cerys, file);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#picture-error")).contains(message);
        assertThat(onTheCard(pages.get(card()))).isEqualTo(before);
    }
}
