package org.shelfmates.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineAndProseTest {

    private record Form(@Line String line, @Prose String prose) {}

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    private boolean isLine(String text) {
        return validator.validate(new Form(text, "")).isEmpty();
    }

    private boolean isProse(String text) {
        return validator.validate(new Form("", text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Cerys Morgan", "Siân Ŵyn", "図書館", "رنا", "👩🏽‍🚀 emoji with joiners", "a\u00a0b", "\u200f"
            })
    void whatPeopleWriteFits(String text) {
        assertThat(isLine(text)).isTrue();
        assertThat(isProse(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "a\nb", "a\r\nb", "\n"})
    void onlyProseHasTabsAndLineEnds(String text) {
        assertThat(isLine(text)).isFalse();
        assertThat(isProse(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0001b", "\u001b[31m", "\u007f", "\u0085", "\u009f"})
    void controlCharactersAreRefused(String text) {
        assertThat(isLine(text)).isFalse();
        assertThat(isProse(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufffe", "\uffff", "\ufdd0", "a\ufdefb"})
    void nonCharactersAreRefused(String text) {
        assertThat(isLine(text)).isFalse();
        assertThat(isProse(text)).isFalse();
    }

    /** The last two of every plane are non-characters too (Unicode, 23.7). */
    @ParameterizedTest
    @ValueSource(ints = {0x1fffe, 0x1ffff, 0x2fffe, 0xfffff, 0x10ffff})
    void nonCharactersOfTheOtherPlanesAreRefused(int nonCharacter) {
        assertThat(isLine(Character.toString(nonCharacter))).isFalse();
        assertThat(isProse(Character.toString(nonCharacter))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "a\udc00b", "\udc00\ud83d"})
    void halvesOfCharactersAreRefused(String text) {
        assertThat(isLine(text)).isFalse();
        assertThat(isProse(text)).isFalse();
    }

    @Test
    void tenThousandEmojiAreReadQuickly() {
        String emoji = "👩🏽‍🚀".repeat(10_000);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(isLine(emoji)).isTrue();
            assertThat(isProse(emoji)).isTrue();
            assertThat(isLine(emoji + '\0')).isFalse();
            assertThat(isProse(emoji + '\0')).isFalse();
        });
    }

    @Test
    void oneMessageSaysIt() {
        assertThat(validator.validate(new Form("\0", "")))
                .singleElement()
                .satisfies(broken -> assertThat(broken.getMessageTemplate()).isEqualTo("{form.line}"));
    }
}
