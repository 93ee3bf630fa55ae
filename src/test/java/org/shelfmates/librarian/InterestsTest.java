package org.shelfmates.librarian;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InterestsTest {

    @Test
    void interestsAreKeptAsTagsInTheOrderTyped() {
        assertThat(Interests.parse("#Makerspaces, Local  History;Café Culture\nzines"))
                .containsExactly("makerspaces", "local-history", "cafe-culture", "zines");
    }

    @Test
    void theSameInterestTwiceIsOne() {
        assertThat(Interests.parse("Zines, #zines, ZINES , zínes")).containsExactly("zines");
    }

    @Test
    void whatHasNoWordIsNoInterest() {
        assertThat(Interests.parse("")).isEmpty();
        assertThat(Interests.parse(" , ;#,\r\n, ☕ ,")).isEmpty();
    }

    @Test
    void windowsLineEndsPartToo() {
        assertThat(Interests.parse("zines\r\nmaps")).containsExactly("zines", "maps");
    }
}
