package org.shelfmates.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource({
        "Tea and Talk, tea-and-talk",
        "'  Café: the Hayes!  ', cafe-the-hayes",
        "#Makerspaces, makerspaces",
        "Ynys Môn 2027, ynys-mon-2027",
        "Tŷ'r Llyfr, ty-r-llyfr",
        "a--b__c, a-b-c",
        "Ístanbul İ, istanbul-i"
    })
    void wordsAreJoinedByHyphensWithoutAccentsOrCapitals(String words, String slug) {
        assertThat(Slug.of(words)).isEqualTo(slug);
    }

    @Test
    void otherScriptsKeepTheirLetters() {
        assertThat(Slug.of("図書館 Библиотека")).isEqualTo("図書館-библиотека");
    }

    @Test
    void whatHasNoLetterOrDigitHasNoSlug() {
        assertThat(Slug.of("")).isEmpty();
        assertThat(Slug.of("☕ … !")).isEmpty();
    }

    @Test
    void whatIsTooLongForAnAddressIsCutBetweenWords() {
        assertThat(Slug.ascii("a very long title of a plan", 12)).isEqualTo("a-very-long");
        assertThat(Slug.ascii("a very long", 11)).isEqualTo("a-very-long");
        assertThat(Slug.ascii("abcdefghijklmnop", 5)).isEqualTo("abcde");
        assertThat(Slug.ascii("Tea", 5)).isEqualTo("tea");
    }

    /** As librarians' interests are stored: what is looked for must become the same. */
    @ParameterizedTest
    @CsvSource({"Große Straße, große-straße", "Łódź, łodz", "Smørrebrød, smørrebrød", "½ Ære, ½-ære"})
    void tagsKeepLettersThatAreNoAccentedOnes(String words, String tag) {
        assertThat(Slug.of(words)).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({
        "Łódź librarians, lodz-librarians",
        "'Œuvre – Straße', oeuvre-strasse",
        "Ærø og Ålesund, aero-og-alesund",
        "Þórður & Ðara, thordur-dara",
        "Tea in 東京 today, tea-in-today",
        "図書館, ''",
        "𐐨𐐨 tea, tea"
    })
    void anAddressIsOfAsciiAlone(String words, String slug) {
        assertThat(Slug.ascii(words, 60)).isEqualTo(slug);
    }

    @Test
    void aLongTextIsNoBurden() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Slug.of("é - ".repeat(100_000)));
    }
}
