package org.shelfmates.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainLettersTest {

    @ParameterizedTest
    @CsvSource({
        "Łódź, lodz",
        "STRAẞE ②, strasse 2",
        "ŒUVRE, oeuvre",
        "Đà Nẵng, da nang",
        "İstanbul Diyarbakır, istanbul diyarbakir",
        "Hawaiʻi, hawaii",
        "ﬁne, fine"
    })
    void latinLettersAreSpeltByThoseThatEverybodyCanType(String words, String plain) {
        assertThat(PlainLetters.of(words)).isEqualTo(plain);
    }

    @Test
    void otherScriptsAndWhatStandsBetweenWordsStay() {
        assertThat(PlainLetters.of("東京 – Москва, 𐐨!")).isEqualTo("東京 – москва, 𐐨!");
    }
}
