package org.shelfmates.tweetup.rsvp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RsvpFormTest {

    @Test
    void aNumberLeftOutOfThePartsIsNoPart() {
        var form = new RsvpForm("going", "0", Arrays.asList(null, "5"), "", "everyone", "no", "");

        assertThat(form.part()).containsExactly("5");
    }
}
