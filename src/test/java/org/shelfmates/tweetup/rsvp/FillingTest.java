package org.shelfmates.tweetup.rsvp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Places are given out while there is a date ahead; what became free before goes out when there is one again. */
@ShelfmatesTest
class FillingTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private final LocalDateTime start = LocalDateTime.now().plusMonths(1).truncatedTo(ChronoUnit.HOURS);

    private Someone cerys;
    private Someone first;
    private Someone next;
    private Someone late;
    private long id;

    @BeforeEach
    void oneWaitsForTheOnlyPlace() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        first = community.librarian("Gwen Pritchard", Community.BANGOR);
        next = community.librarian("Tom Prosser", Community.NEWPORT);
        late = community.librarian("Late Reader", Community.NEWPORT);
        id = community.tweetup("One place", Community.CARDIFF, cerys, 1);
        answer(first, "going");
        answer(next, "going");
    }

    private void answer(Someone who, String answer) {
        pages.post("/tweetups/" + id + "/rsvp", who, "answer", answer);
    }

    private void makeRoom() {
        String edit = "/tweetups/" + id + "/"
                + jdbc.sql("select slug from tweetup where id = ?")
                        .param(id)
                        .query(String.class)
                        .single() + "/edit";
        Page saved =
                pages.post(edit, cerys, Pages.filled(pages.get(edit, cerys), "form[action$=/edit]", "capacity", "2"));
        assertThat(saved.status()).isEqualTo(303);
    }

    private void act(String what, String... fields) {
        assertThat(pages.post("/tweetups/" + id + what, cerys, fields).status()).isEqualTo(303);
    }

    private List<Long> standing(String standing) {
        return jdbc.sql("select librarian_id from rsvp where tweetup_id = ? and standing = ? order by turn")
                .params(id, standing)
                .query(Long.class)
                .list();
    }

    @Test
    void whoWaitsGetsThePlaceThatWasAddedWhileThereWasNoDateAsSoonAsThereIsOne() {
        act("/date/withdrawal", "reason", "There is a strike.");
        makeRoom();
        assertThat(standing("WAITING")).containsExactly(next.id());

        act("/date", "start", start + "", "end", start.plusHours(2) + "", "venue", "The Hayes");
        answer(late, "going");

        assertThat(standing("CONFIRMED")).containsExactly(first.id(), next.id());
        assertThat(standing("WAITING")).containsExactly(late.id());
    }

    @Test
    void whoWaitsGetsThePlaceThatWasAddedWhileItWasCancelledWhenItTakesPlaceAfterAll() {
        act("/cancellation", "because", "There is a strike.");
        makeRoom();
        assertThat(standing("WAITING")).containsExactly(next.id());

        act("/reopening");

        assertThat(standing("CONFIRMED")).containsExactly(first.id(), next.id());
    }
}
