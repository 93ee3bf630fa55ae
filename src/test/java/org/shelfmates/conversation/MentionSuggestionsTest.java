package org.shelfmates.conversation;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whom a comment may mean is suggested while it is written. */
@ShelfmatesTest
class MentionSuggestionsTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MentionSuggestions suggestions;

    @Autowired
    PlatformTransactionManager transactions;

    private String beginning;
    private Someone reader;
    private Someone other;
    private Someone writer;
    private long tweetup;

    @BeforeEach
    void peopleWhoAreCalledAlike() {
        beginning = Community.unique("zq").replaceAll("[^a-z0-9]", "") + "x";
        Someone planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        tweetup = community.tweetup("Tea", Community.CARDIFF, planner, null);
        reader = community.librarian(beginning + " Reader", Community.CARDIFF);
        other = community.librarian(beginning.toUpperCase() + " Other", Community.CARDIFF);
        writer = community.librarian(beginning + " Writer", Community.CARDIFF);
        jdbc.sql("update account set handle = ? where id = ?")
                .params("a-" + other.id(), other.id())
                .update();
        jdbc.sql("update account set handle = ? where id = ?")
                .params("b-" + writer.id(), writer.id())
                .update();
        pages.post("/tweetups/" + tweetup + "/comments", writer, "body", "Hello");
    }

    private List<String> handles(String words) {
        return suggestions.of(new Subject("tweetup", tweetup), words, reader.id()).stream()
                .map(MentionSuggestions.Suggestion::handle)
                .toList();
    }

    private Page ask(String query) {
        return pages.get("/mentions?" + query, reader);
    }

    @Test
    void whoTakesPartComesFirstAndTheReaderIsLeftOut() {
        assertThat(handles(beginning)).containsExactly("b-" + writer.id(), "a-" + other.id());
        assertThat(handles(beginning.toUpperCase())).hasSize(2);
        assertThat(handles("a-" + other.id())).containsExactly("a-" + other.id());
    }

    @Test
    void thereAreEightAtMost() {
        for (int i = 0; i < 10; i++) {
            community.librarian(beginning + " Another", Community.CARDIFF);
        }

        assertThat(handles(beginning)).hasSize(8).first().isEqualTo("b-" + writer.id());
    }

    @Test
    void whatMeansNothingFindsNobody() {
        assertThat(handles(beginning + "%")).isEmpty();
        assertThat(handles("_" + beginning)).isEmpty();
        assertThat(ask("about=tweetup:" + tweetup + "&q=").html().text()).isEqualTo("[]");
        assertThat(ask("about=tweetup:" + tweetup + "&q=" + "a".repeat(31))
                        .html()
                        .text())
                .isEqualTo("[]");
        assertThat(ask("about=tweetup:" + tweetup + "&q=%00").status()).isLessThan(500);
        assertThat(ask("about=nothing&q=a").status()).isEqualTo(400);
        assertThat(ask("about=tweetup:" + tweetup + "&q=" + beginning).html().text())
                .contains("\"handle\":\"b-" + writer.id() + "\"");
    }

    @Test
    void strangersAreNotToldWhoThereIs() {
        assertThat(pages.get("/mentions?about=tweetup:" + tweetup + "&q=a").location())
                .contains("/sign-in");
    }

    @Test
    void theFormOffersIt() {
        Page read = pages.get("/tweetups/" + tweetup + "/a-tweetup", reader);

        assertThat(read.html().select("#comment-form").attr("data-mentions"))
                .isEqualTo("/mentions?about=tweetup:" + tweetup);
    }

    @Test
    void itReadsByIndexAndNotAllLibrarians() {
        String plan = new TransactionTemplate(transactions).execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            jdbc.sql("set local enable_sort = off").update();
            return String.join(
                    "\n",
                    jdbc.sql("explain " + MentionSuggestions.SQL)
                            .param("subject", "tweetup:1")
                            .param("from", "ge")
                            .param("to", "gf")
                            .param("viewer", 1)
                            .param("most", 17)
                            .param("shown", 8)
                            .query(String.class)
                            .list());
        });

        assertThat(plan).contains("account_handle_prefix", "librarian_name_prefix");
    }
}
