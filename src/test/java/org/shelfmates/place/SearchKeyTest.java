package org.shelfmates.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchKeyTest {

    @ParameterizedTest
    @CsvSource({
        "Kraków, krakow",
        "Zürich, zurich",
        "KØBENHAVN, kobenhavn",
        "Łódź, lodz",
        "Straße, strasse",
        "STRAẞE, strasse",
        "İstanbul, istanbul",
        "Diyarbakır, diyarbakir",
        "Đà Nẵng, da nang",
        "Þingvellir, thingvellir",
        "St. John's, st john s",
        "Stoke-on-Trent, stoke on trent",
        "'  Llanfair   PG  ', llanfair pg",
        "Ṣalālah, salalah",
        "100 Mile House, 100 mile house",
        "東京, 東京",
        "Москва, москва"
    })
    void namesAreComparedWithoutAccentsCapitalsOrPunctuation(String name, String key) {
        assertThat(SearchKey.of(name)).isEqualTo(key);
    }

    @Test
    void aComposedAndADecomposedAccentAreOne() {
        assertThat(SearchKey.of("Krako\u0301w")).isEqualTo(SearchKey.of("Krak\u00f3w"));
    }

    @Test
    void whatIsNoLetterHasNoKey() {
        assertThat(SearchKey.of("")).isEmpty();
        assertThat(SearchKey.of(" -%_'\\\0☕📚")).isEmpty();
    }

    @Test
    void aKeyIsItsOwnKey() {
        String key = SearchKey.of("Llanfair­pwll – Saint-Étienne (42)");

        assertThat(SearchKey.of(key)).isEqualTo(key);
    }
}
