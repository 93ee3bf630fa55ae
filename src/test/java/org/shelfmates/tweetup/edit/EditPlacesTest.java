package org.shelfmates.tweetup.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class EditPlacesTest {

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone gwen;
    private long id;

    @BeforeEach
    void twoPlanners() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        gwen = community.librarian("Gwen Pritchard", Community.BANGOR);
        id = community.tweetup("Tea", Community.CARDIFF, cerys, 2);
        community.letPlan(id, gwen);
    }

    private String at(String rest) {
        return "/tweetups/" + id + "/" + slug() + rest;
    }

    @Test
    void fewerPlacesThrowNobodyOutAndThePageSaysSo() {
        List<Someone> crowd = answer(3);

        save(cerys, "capacity", "1");

        assertThat(standing("CONFIRMED"))
                .containsExactly(crowd.get(0).id(), crowd.get(1).id());
        assertThat(pages.get(at(""), cerys).text(".planner-box"))
                .contains("2 are confirmed and there is 1 place. Nobody loses their place.");
        assertThat(pages.get(at("/edit"), cerys).text("form")).contains("2 are confirmed; nobody loses their place.");
    }

    @Test
    void morePlacesGoToThoseWhoWaitInTheirOrder() {
        List<Someone> crowd = answer(6);

        save(cerys, "capacity", "4");

        assertThat(standing("CONFIRMED")).hasSize(4).endsWith(crowd.get(3).id());
        assertThat(standing("WAITING"))
                .containsExactly(crowd.get(4).id(), crowd.get(5).id());

        save(cerys, "capacity", "");

        assertThat(standing("WAITING")).isEmpty();
    }

    @Test
    void partsAreAddedRenamedReorderedAndRemoved() {
        save(cerys, "parts[0].name", "the visit", "parts[1].name", "the meal", "parts[1].capacity", "8");
        List<String> ids = partIds();

        save(
                cerys,
                "parts[0].id",
                ids.get(1),
                "parts[0].name",
                "the long meal",
                "parts[1].id",
                "",
                "parts[1].name",
                "the walk");

        assertThat(jdbc.sql("select name from part where tweetup_id = ? order by position")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("the long meal", "the walk");
        assertThat(partIds().get(0)).isEqualTo(ids.get(1));
    }

    @Test
    void aPartThatSomebodyChoseCannotBeRemoved() {
        save(cerys, "parts[0].name", "the visit");
        Someone gwen = community.librarian("Gwen Pritchard", Community.BANGOR);
        pages.post(
                "/tweetups/" + id + "/rsvp",
                gwen,
                "answer",
                "going",
                "part",
                String.valueOf(partIds().get(0)));

        Page page = save(cerys, "parts[0].name", "");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("#parts-error")).contains("Somebody has chosen “the visit”, so it cannot be removed.");
        assertThat(partIds()).hasSize(1);
    }

    @Test
    void moreThanSixPartsOrTwoOfANameAreRefused() {
        List<String> seven = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            seven.addAll(List.of("parts[" + i + "].name", "part " + i));
        }
        assertThat(save(cerys, seven.toArray(String[]::new)).text("#parts-error"))
                .contains("at most six parts");
        assertThat(save(cerys, "parts[0].name", "Tea", "parts[1].name", "tea").text("#parts-error"))
                .contains("Two parts have the same name.");
    }

    @Test
    void closedAnswersAreRefusedWithTheReasonAndTheFormIsGone() {
        jdbc.sql("update tweetup set answers_close_at = ? where id = ?")
                .params(java.sql.Timestamp.from(Instant.now().minus(Duration.ofHours(1))), id)
                .update();

        Page refused = pages.post("/tweetups/" + id + "/rsvp", gwen, "answer", "going");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("[role=alert]")).contains("Your answer was not saved", "Answers closed on");
        assertThat(refused.html().select(".rsvp form")).isEmpty();
        assertThat(refused.text(".rsvp")).contains("Answers are closed");
    }

    private List<String> partIds() {
        return jdbc.sql("select id from part where tweetup_id = ? order by position")
                .param(id)
                .query(String.class)
                .list();
    }

    /** Some who say one after the other that they come. */
    private List<Someone> answer(int size) {
        List<Someone> crowd = Stream.generate(() -> community.librarian("Somebody", Community.CARDIFF))
                .limit(size)
                .toList();
        crowd.forEach(one -> pages.post("/tweetups/" + id + "/rsvp", one, "answer", "going"));
        return crowd;
    }

    private List<Long> standing(String standing) {
        return jdbc.sql("select librarian_id from rsvp where tweetup_id = ? and standing = ? order by turn")
                .params(id, standing)
                .query(Long.class)
                .list();
    }

    /** Sends the form as it is filled, with changes. */
    private Page save(Someone who, String... changes) {
        Page form = pages.get(at("/edit"), cerys);
        return pages.post(at("/edit"), who, Pages.filled(form, "form[action$=/edit]", changes));
    }

    private String slug() {
        return jdbc.sql("select slug from tweetup where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
