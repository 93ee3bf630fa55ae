package org.shelfmates.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.Photos;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class PicturesTest {

    @Autowired
    Pictures pictures;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Picture picture;

    @BeforeEach
    void one() {
        long id = pictures.store(pictures.prepare(new ByteArrayResource(Photos.jpeg(2_000, 1_000))));
        picture = jdbc.sql("select " + Picture.COLUMNS + " from picture where id = ?")
                .param(id)
                .query((row, n) -> Picture.read(row))
                .single();
    }

    @Test
    void aPictureIsServedInBothSizesForEver() {
        Page large = pages.get(picture.large());

        assertThat(large.status()).isEqualTo(200);
        assertThat(large.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(large.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(large.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        assertThat(large.header("Set-Cookie")).isNull();
        assertThat(Photos.read(large.result().getResponse().getContentAsByteArray())
                        .getWidth())
                .isEqualTo(picture.width())
                .isEqualTo(1_600);
        byte[] small = pages.get(picture.small()).result().getResponse().getContentAsByteArray();
        assertThat(Photos.read(small).getHeight())
                .isEqualTo(picture.smallHeight())
                .isEqualTo(240);
    }

    @Test
    void itsAddressCannotBeGuessed() {
        assertThat(picture.token()).matches("[\\w-]{32}");
    }

    @Test
    void whatIsDeletedIsGone() {
        pages.get(picture.large());

        pictures.delete(picture.id());

        assertThat(pages.get(picture.large()).status()).isEqualTo(404);
        assertThat(pages.get(picture.small()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"something", "a-480.jpg", "../picture", "0123456789abcdef0123456789abcdef-480.jpg"})
    void otherAddressesLeadNowhere(String name) {
        assertThat(pages.get("/pictures/" + name).status()).isIn(400, 404);
    }

    @Test
    void thereIsNoOtherSize() {
        assertThat(pages.get("/pictures/" + picture.token() + "-9999.jpg").status())
                .isEqualTo(404);
    }
}
