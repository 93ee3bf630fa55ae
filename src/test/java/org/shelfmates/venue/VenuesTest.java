package org.shelfmates.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class VenuesTest {

    @Autowired
    Community community;

    @Autowired
    Venues venues;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aVenueIsFoundWithWhatIsKnownOfIt() {
        long id = community.venue("The Local History Room", Community.CARDIFF, "FREE", null);

        VenueCard card = venues.find(id).orElseThrow();

        assertThat(card.name()).isEqualTo("The Local History Room");
        assertThat(card.placeName()).isEqualTo("Cardiff");
        assertThat(card.path()).isEqualTo("/venues/" + id + "/the-local-history-room");
        assertThat(card.cost().free()).isTrue();
        assertThat(card.stepFree()).isNull();
        assertThat(card.confirmedAt()).isNull();
        assertThat(venues.find(999_999_999)).isEmpty();
    }

    @Test
    void theIdOfOneThatWasMergedLeadsToTheOther() {
        long kept = community.venue("The Castle", Community.CARDIFF, "BUY_SOMETHING", 300);
        long merged = community.venue("Castle pub", Community.CARDIFF, "UNKNOWN", null);
        jdbc.sql("update venue set merged_into = ? where id = ?")
                .params(kept, merged)
                .update();

        assertThat(venues.find(merged)).map(VenueCard::id).contains(kept);
        assertThat(venues.find(List.of(kept, merged))).extracting(VenueCard::id).containsExactly(kept);
        assertThat(venues.find(List.of())).isEmpty();
    }
}
