package org.shelfmates.librarian.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class InterestsInUseTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    InterestsInUse interests;

    @Autowired
    JdbcClient jdbc;

    private String word;
    private Someone cerys;

    @BeforeEach
    void oneWhoLikesCafes() {
        word = Community.unique("w");
        cerys = likes(word + "-cafe-culture");
    }

    private Someone likes(String... tags) {
        return community.librarian("Cerys Morgan", Community.CARDIFF, List.of(), List.of(tags));
    }

    private List<String> suggested(String typed) {
        interests.addUp();
        return interests.like(typed).stream()
                .map(used -> used.tag() + " " + used.people())
                .toList();
    }

    @Test
    void theMostUsedComesFirst() {
        likes(word + "-zines");
        likes(word + "-zines");

        assertThat(suggested(word)).containsExactly(word + "-zines 2", word + "-cafe-culture 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {" Café", "#CAFÉ c", " cafe-culture"})
    void caseAndAccentsMakeNoDifference(String typed) {
        assertThat(suggested(word + typed)).containsExactly(word + "-cafe-culture 1");
    }

    @Test
    void whatNobodyHasAnyMoreIsNotSuggested() {
        jdbc.sql("update librarian set interests = array[:tag]::text[] where id = :id")
                .param("tag", word + "-maps")
                .param("id", cerys.id())
                .update();
        assertThat(suggested(word)).containsExactly(word + "-maps 1");

        jdbc.sql("delete from account where id = ?").param(cerys.id()).update();
        assertThat(suggested(word)).isEmpty();
    }

    @Test
    void whatIsNotForEveryoneIsNotCounted() {
        suggested(word);
        jdbc.sql("update librarian set audience = '{INTERESTS MEMBERS}' where id = ?")
                .param(cerys.id())
                .update();
        assertThat(suggested(word)).isEmpty();

        jdbc.sql("update librarian set audience = '{WORK MEMBERS}' where id = ?")
                .param(cerys.id())
                .update();
        assertThat(suggested(word)).containsExactly(word + "-cafe-culture 1");
    }

    @Test
    void addingUpSeveralTimesAtOnceCountsEachOnce() throws Exception {
        for (int i = 0; i < 9; i++) {
            likes(word + "-zines");
        }
        var threads = Executors.newFixedThreadPool(3);
        try {
            Callable<Object> adding = Executors.callable(interests::addUp);
            for (var done : threads.invokeAll(List.of(adding, adding, adding))) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(suggested(word + "-z")).containsExactly(word + "-zines 9");
    }

    @Test
    void membersAreAnsweredAndStrangersSignInFirst() throws Exception {
        interests.addUp();

        assertThat(pages.get("/interests?q=" + word, cerys)
                        .result()
                        .getResponse()
                        .getContentAsString())
                .isEqualTo("[{\"tag\":\"" + word + "-cafe-culture\",\"people\":1}]");
        assertThat(pages.get("/interests?q=" + word).status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "%25", "☕", "a%00b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void whatCannotBeAnInterestFindsNothing(String typed) throws Exception {
        var answer = pages.get("/interests?q=" + typed, cerys).result().getResponse();

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).isEqualTo("[]");
    }
}
