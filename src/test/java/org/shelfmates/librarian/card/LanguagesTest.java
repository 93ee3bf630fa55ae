package org.shelfmates.librarian.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    private static final Locale WELSH = Locale.forLanguageTag("cy");

    @Test
    void theyAreKnownByTheirNamesInEnglishWelshAndThemselvesAndByTheirLetters() {
        assertThat(Languages.parse("Welsh, saesneg; Français,de,  cymraeg ,").codes())
                .containsExactly("cy", "en", "fr", "de");
    }

    @Test
    void theirNamesAreTheReaders() {
        assertThat(Languages.names(List.of("cy", "de"), Locale.ENGLISH)).containsExactly("Welsh", "German");
        assertThat(Languages.names(List.of("cy", "de"), WELSH)).containsExactly("Cymraeg", "Almaeneg");
    }

    @Test
    void whatIsShownCanBeTypedAgain() {
        for (Locale reader : List.of(Locale.ENGLISH, WELSH)) {
            for (String code : Locale.getISOLanguages()) {
                String name = Languages.name(code, reader);
                assertThat(Languages.name(Languages.parse(name).codes().get(0), reader))
                        .isEqualTo(name);
            }
        }
    }

    @Test
    void noneIsThereTwiceUnderItsFormerLetters() {
        for (Locale reader : List.of(Locale.ENGLISH, WELSH)) {
            assertThat(Languages.all(reader)).doesNotHaveDuplicates();
        }
        assertThat(Languages.parse("Hebrew, Indonesian, Yiddish").codes()).containsExactly("he", "id", "yi");
        assertThat(Languages.parse("iw, he, in, ji").codes()).containsExactly("he", "id", "yi");
    }

    @Test
    void whatIsNoLanguageIsNamed() {
        assertThat(Languages.parse("Welsh, Klingonish, Elvish").unknown()).contains("Klingonish");
        assertThat(Languages.parse("").unknown()).isEmpty();
        assertThat(Languages.parse(" ").codes()).isEmpty();
    }
}
