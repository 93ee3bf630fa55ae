package org.shelfmates.tweetup.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class EditConflictTest {

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
    void anOldSlugLeadsToTheFormAndLosesNoPost() {
        save(cerys, "title", "Coffee");

        String old = "/tweetups/" + id + "/a-tweetup/edit";
        assertThat(pages.get(old, cerys).location()).isEqualTo("/tweetups/" + id + "/coffee/edit");
        assertThat(pages.post(old, gwen, "version", version(), "title", "Cocoa").status())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "99999999999", "-1"})
    void aMadeUpVersionIsABadRequest(String version) {
        assertThat(save(cerys, "version", version).status()).isEqualTo(400);
    }

    @Test
    void aStaleEditAnswersWithBothAndLosesNothing() {
        String version = version();
        save(cerys, "title", "Tea by Cerys", "cost", "Free");

        Page stale = save(gwen, "title", "Tea by Gwen", "version", version, "cost", "", "parts[0].name", "the walk");

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text(".notice--warning"))
                .contains("Another planner has changed this", "Tea by Cerys", "Tea by Gwen", "Free", "the walk");
        assertThat(stale.html().select("#title").val()).isEqualTo("Tea by Gwen");
        assertThat(stale.html().select("#part-1-name").val()).isEqualTo("the walk");
        assertThat(pages.get("/tweetups/" + id + "/tea-by-cerys").text("h1")).isEqualTo("Tea by Cerys");

        Page anyway = save(
                gwen,
                "title",
                "Tea by Gwen",
                "version",
                stale.html().select("input[name=version]").val());

        assertThat(anyway.location()).endsWith("/tea-by-gwen");
    }

    @Test
    void aChangeOfPartsAloneMakesAnOlderFormStale() {
        String version = version();
        save(cerys, "parts[0].name", "the visit");

        assertThat(save(gwen, "version", version, "parts[0].name", "").status()).isEqualTo(409);
    }

    @Test
    void theSameFormSentTwiceIsNoConflict() {
        String version = version();
        save(cerys, "title", "Twice", "version", version, "plan", "One\r\nTwo");

        assertThat(save(cerys, "title", "Twice", "version", version, "plan", "One\r\nTwo")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void ofTwoPlannersAtOnceOneIsToldOfTheOther() throws Exception {
        String version = version();
        String old = at("/edit");

        var one = CompletableFuture.supplyAsync(() -> pages.post(old, cerys, "version", version, "title", "One"));
        var other = CompletableFuture.supplyAsync(() -> pages.post(old, gwen, "version", version, "title", "Other"));

        assertThat(List.of(one.get().status(), other.get().status())).containsExactlyInAnyOrder(303, 409);
    }

    private String version() {
        return jdbc.sql("select version from tweetup where id = ?")
                .param(id)
                .query(String.class)
                .single();
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
