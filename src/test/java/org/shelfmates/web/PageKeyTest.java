package org.shelfmates.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageKeyTest {

    @Test
    void whatGoesIntoAnAddressComesBack() {
        Instant then = Instant.parse("2027-03-04T18:30:00.123456Z");
        PageKey key = PageKey.of(0.1 + 0.2, -42L, then, "3.14.15");

        PageKey back = PageKey.parse(key.toString(), 4);

        assertThat(back).isEqualTo(key);
        assertThat(back.decimal(0)).isEqualTo(0.1 + 0.2);
        assertThat(back.number(1)).isEqualTo(-42);
        assertThat(back.instant(2)).isEqualTo(then);
        assertThat(back.parts().get(3)).isEqualTo("3.14.15");
        assertThat(key.toString()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void noKeyIsTheFirstPage() {
        assertThat(PageKey.parse(null, 2)).isNull();
        assertThat(PageKey.parse("", 2)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a", "====", "é", "' or 1=1", "MQ", "MX4yfjM"})
    void madeUpKeysAreRefused(String word) {
        assertThatThrownBy(() -> PageKey.parse(word, 2)).isInstanceOf(BadRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.5", "99999999999999999999", "0x1", "1 or 1=1"})
    void whatIsNoNumberIsRefused(String part) {
        PageKey key = PageKey.parse(word(part + "~"), 2);

        assertThatThrownBy(() -> key.number(0)).isInstanceOf(BadRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "NaN", "Infinity", "-Infinity", "1e999"})
    void whatIsNoFiniteDecimalIsRefused(String part) {
        PageKey key = PageKey.parse(word(part + "~"), 2);

        assertThatThrownBy(() -> key.decimal(0)).isInstanceOf(BadRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2027-02-30T00:00:00Z", "2027-03-04"})
    void whatIsNoInstantIsRefused(String part) {
        PageKey key = PageKey.parse(word(part + "~"), 2);

        assertThatThrownBy(() -> key.instant(0)).isInstanceOf(BadRequestException.class);
    }

    private static String word(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
