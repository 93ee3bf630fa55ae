package org.shelfmates.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/me",
                "/tweetups/4/tea?reply=7#comment-form",
                "/librarians?near=Bangor%2C%20Gwynedd",
                "/a//b"
            })
    void ownAddressesAreFollowed(String asked) {
        assertThat(OwnPath.or("/me", asked)).isEqualTo(asked);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "me",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/a\\b",
                "https://evil.example",
                "https:evil.example",
                "javascript:alert(1)",
                " /me",
                "/me\r\nSet-Cookie: a=b",
                "/\t/evil.example",
                "/\n/evil.example",
                "/me/{x}",
                "/é",
                "/me\u0000",
                "/me "
            })
    void everythingElseIsNot(String asked) {
        assertThat(OwnPath.or("/instead", asked)).isEqualTo("/instead");
    }

    @Test
    void anAddressHasAnEnd() {
        assertThat(OwnPath.or("/me", "/" + "a".repeat(1000))).hasSize(1001);
        assertThat(OwnPath.or("/me", "/" + "a".repeat(1001))).isEqualTo("/me");
        assertThat(OwnPath.or("/me", "/" + "a".repeat(1_000_000))).isEqualTo("/me");
    }
}
