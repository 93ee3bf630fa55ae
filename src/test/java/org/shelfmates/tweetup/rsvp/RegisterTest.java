package org.shelfmates.tweetup.rsvp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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

@ShelfmatesTest
class RegisterTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone planner;
    private Someone gwen;
    private long tweetup;

    @BeforeEach
    void oneWhoComes() {
        planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        gwen = community.librarian("Gwen Pritchard", Community.BANGOR);
        tweetup = community.tweetup("Counted", Community.CARDIFF, planner, 1);
        pages.post("/tweetups/" + tweetup + "/rsvp", gwen, "answer", "going", "note", "=cmd|' /C calc'!A0");
    }

    private Page register() {
        return pages.get("/tweetups/" + tweetup + "/a-tweetup/register", planner);
    }

    private String csv() throws Exception {
        return pages.get("/tweetups/" + tweetup + "/a-tweetup/attendees.csv", planner)
                .result()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void plannersOnlySeeIt() {
        assertThat(register().text("tbody tr")).contains("Gwen Pritchard", "Has a place");
        assertThat(pages.get("/tweetups/" + tweetup + "/a-tweetup/register", gwen)
                        .status())
                .isEqualTo(403);
        assertThat(pages.get("/tweetups/" + tweetup + "/a-tweetup/attendees.csv", gwen)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theFileHasNoFormulasAndNoAddressesUnasked() throws Exception {
        assertThat(csv())
                .startsWith("\"Name\",\"Answer\",\"Brings\",\"Comes to\",\"Note\",\"E-mail\",\"Came\"\r\n")
                .contains("\"Gwen Pritchard\",\"Has a place\",\"0\",\"\",\"'=cmd|' /C calc'!A0\",\"\",\"\"")
                .doesNotContain(gwen.email());
    }

    @Test
    void theFileHasTheAddressOfWhoAgreed() throws Exception {
        pages.post("/tweetups/" + tweetup + "/rsvp", gwen, "answer", "going", "share", "yes");

        assertThat(csv()).contains(gwen.email());
    }

    @Test
    void theFileHasEverybodyHoweverMany() throws Exception {
        jdbc.sql("""
                        with crowd as (
                            insert into guest (name, created_at) select 'Guest ' || n, now() from generate_series(1, 10001) n
                            returning id)
                        insert into rsvp (tweetup_id, guest_id, answer, turn, answered_at)
                        select ?, id, 'MAYBE', 0, now() from crowd""").param(tweetup).update();

        assertThat(csv().lines()).hasSize(1 + 1 + 10_001).doesNotHaveDuplicates();
    }

    @Test
    void somebodyAddedByHandTakesAPlaceOrWaits() {
        Page added = pages.post("/tweetups/" + tweetup + "/attendees", planner, "name", "Auntie Mair", "guests", "1");

        assertThat(added.status()).isEqualTo(303);
        assertThat(register().text("tbody")).contains("Auntie Mair Waits +1");
    }

    @Test
    void nobodyIsAddedWithoutAName() {
        Page refused = pages.post("/tweetups/" + tweetup + "/attendees", planner, "name", " ", "guests", "21");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text(".error-summary")).contains("Write a name.", "Write a whole number, 0 or more.");
    }

    @Test
    void whoCameIsKept() {
        long id = jdbc.sql("select id from rsvp where tweetup_id = ?")
                .param(tweetup)
                .query(Long.class)
                .single();
        String shown = Long.toString(id);

        pages.post("/tweetups/" + tweetup + "/attendance", planner, "shown", shown, "came", shown);
        assertThat(register().html().select("input[name=came][checked]").val()).isEqualTo(shown);

        pages.post("/tweetups/" + tweetup + "/attendance", planner, "shown", shown);
        assertThat(register().html().select("input[name=came][checked]")).isEmpty();
    }

    @Test
    void whoWasThereCanFollowThePeopleTheyMet() {
        long past = community.tweetup("Over", Community.CARDIFF, planner, 9);
        Someone absent = community.librarian("Absent Friend", Community.CARDIFF);
        for (Someone one : List.of(planner, gwen, absent)) {
            pages.post("/tweetups/" + past + "/rsvp", one, "answer", "going");
        }
        jdbc.sql("update rsvp set attended = false where tweetup_id = ? and librarian_id = ?")
                .params(past, absent.id())
                .update();
        jdbc.sql(
                        "update tweetup set starts_at = now() - interval '2 days', ends_at = now() - interval '1 day' where id = ?")
                .param(past)
                .update();
        String page = "/tweetups/" + past + "/a-tweetup";
        assertThat(pages.get(page, gwen).text(".met")).contains("Cerys Morgan").doesNotContain("Absent Friend");
        assertThat(pages.get(page, absent).html().select(".met")).isEmpty();

        Page followed = pages.post("/librarians/" + planner.handle() + "/follow", gwen, "next", page + "#met");

        assertThat(followed.location()).isEqualTo(page + "#met");
        assertThat(pages.get(page, gwen).html().select(".met")).isEmpty();
    }

    @Test
    void whoWaitedAndWasThereAllTheSameMetPeopleToo() {
        Someone spare = community.librarian("Spare Seat", Community.CARDIFF);
        pages.post("/tweetups/" + tweetup + "/rsvp", spare, "answer", "going");
        jdbc.sql("update rsvp set attended = true where tweetup_id = ? and librarian_id = ?")
                .params(tweetup, spare.id())
                .update();
        jdbc.sql(
                        "update tweetup set starts_at = now() - interval '2 days', ends_at = now() - interval '1 day' where id = ?")
                .param(tweetup)
                .update();
        String page = "/tweetups/" + tweetup + "/a-tweetup";

        assertThat(pages.get(page, spare).text(".met")).contains("Gwen Pritchard");
        assertThat(pages.get(page, gwen).text(".met")).contains("Spare Seat");
    }

    @Test
    void whenItIsOverTheSlipTellsWhoCame() {
        Someone spare = community.librarian("Spare Seat", Community.CARDIFF);
        Someone absent = community.librarian("Absent Friend", Community.CARDIFF);
        for (Someone one : List.of(spare, absent)) {
            pages.post("/tweetups/" + tweetup + "/rsvp", one, "answer", "going");
        }
        jdbc.sql("update rsvp set attended = (librarian_id = ?) where tweetup_id = ? and librarian_id <> ?")
                .params(spare.id(), tweetup, gwen.id())
                .update();
        jdbc.sql(
                        "update tweetup set starts_at = now() - interval '2 days', ends_at = now() - interval '1 day' where id = ?")
                .param(tweetup)
                .update();

        Page page = pages.get("/tweetups/" + tweetup + "/a-tweetup", spare);

        assertThat(page.text(".date-due-slip"))
                .contains("Who came", "Gwen Pritchard", "Spare Seat")
                .doesNotContain("Absent Friend", "Waiting", "going");
        assertThat(page.text(".rsvp")).contains("You were there.");
        assertThat(pages.get("/tweetups/" + tweetup + "/a-tweetup", absent).text(".rsvp"))
                .doesNotContain("You");
    }

    @Test
    void whoCameUnannouncedIsAddedAfterwards() {
        long past = community.tweetup(
                "Over",
                Community.CARDIFF,
                planner,
                1,
                "SCHEDULED",
                Instant.now().minus(Duration.ofDays(2)));

        pages.post("/tweetups/" + past + "/attendees", planner, "name", "Late Comer");
        pages.post("/tweetups/" + past + "/attendees", planner, "name", "Later Comer");

        Page page = pages.get("/tweetups/" + past + "/a-tweetup/register", planner);
        assertThat(page.html().select("input[name=came][checked]")).hasSize(2);
    }
}
