package org.shelfmates.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedSizeTest {

    @Test
    void followsTheLibrariansUnlessTold() {
        assertThat(SeedSize.parse("librarians=1000")).isEqualTo(new SeedSize(1000, 5, 50, 200, 500, 100));
        assertThat(SeedSize.parse("librarians=1000, tweetups=7,comments=0"))
                .isEqualTo(new SeedSize(1000, 5, 7, 0, 500, 100));
        assertThat(SeedSize.parse("librarians=9,groups=50000,venues=100000"))
                .isEqualTo(new SeedSize(9, 50_000, 0, 0, 0, 100_000));
        assertThat(SeedSize.parse("librarians=5")).isEqualTo(new SeedSize(5, 0, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "100000",
                "groups=3",
                "librarians=",
                "librarians=0",
                "librarians=-1",
                "librarians=1e6",
                "librarians=99999999",
                "librarians=999999999999",
                "librarians=1,librarians=2",
                "librarians=1,cats=2",
                "librarians=100,tweetups=0,rsvps=3"
            })
    void saysInOneSentenceWhatIsWrong(String options) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeedSize.parse(options))
                .withMessageStartingWith("The seed ")
                .withMessageContaining("--shelfmates.seed=librarians=100000");
    }
}
