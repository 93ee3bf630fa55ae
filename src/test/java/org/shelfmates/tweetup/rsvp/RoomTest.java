package org.shelfmates.tweetup.rsvp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RoomTest {

    private static final long VISIT = 1;
    private static final long MEAL = 2;

    private static Room room() {
        Room room = new Room(10, 7);
        room.part(VISIT, 4, 3);
        room.part(MEAL, null, 6);
        return room;
    }

    @Test
    void aPartyFitsWhereTheWholeAndEveryPartOfItDo() {
        assertThat(room().fits(3, Set.of(MEAL))).isTrue();
        assertThat(room().fits(1, Set.of(VISIT, MEAL))).isTrue();
    }

    @Test
    void aPartyDoesNotFitInHalf() {
        assertThat(room().fits(4, Set.of(MEAL))).isFalse();
        assertThat(room().fits(2, Set.of(VISIT, MEAL))).isFalse();
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        Room room = room();
        room.take(1, Set.of(VISIT));
        assertThat(room.fits(1, Set.of(VISIT))).isFalse();

        room.giveBack(2, Set.of(VISIT));

        assertThat(room.fits(2, Set.of(VISIT))).isTrue();
    }

    @Test
    void itIsFullWhenTheWholeIsOrEveryPart() {
        assertThat(new Room(3, 3).full()).isTrue();
        assertThat(new Room(3, 2).full()).isFalse();
        assertThat(new Room(null, 5_000).full()).isFalse();
        Room parts = new Room(null, 4);
        parts.part(VISIT, 4, 4);
        assertThat(parts.full()).isTrue();
    }

    /** A capacity that was lowered below what is taken throws nobody out, and lets nobody in. */
    @Test
    void moreThanFullIsFull() {
        Room room = new Room(3, 5);

        assertThat(room.full()).isTrue();
        assertThat(room.fits(1, Set.of())).isFalse();
    }
}
