package org.shelfmates.tweetup.rsvp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.conversation.CommentForm;
import org.shelfmates.conversation.Conversations;
import org.shelfmates.conversation.Subject;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.web.Token;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A guest's conversations, on the private page that the link in the mail leads to. */
@ShelfmatesTest
class GuestLedgerTest {

    @Autowired
    Conversations conversations;

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private long tweetup;
    private String link;

    @BeforeEach
    void aGuestWhoComes() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tweetup = community.tweetup("With guests", Community.CARDIFF, cerys, null);
        link = community.guest(tweetup, "Gill Guest");
    }

    private long say(String words) {
        return conversations.post(new Subject("tweetup", tweetup), cerys.id(), new CommentForm(words, null));
    }

    @Test
    void whatNobodyTalkedAboutIsNotShown() {
        assertThat(pages.get(link).html().select(".ledger")).isEmpty();
    }

    @Test
    void whatIsUnreadStandsOnThePrivatePageAndOpeningItChangesNothing() {
        long first = say("Bring scones");
        say("And jam");

        Page page = pages.get(link);
        assertThat(page.text(".ledger__entry")).contains("With guests", "2 unread comments", "Cerys Morgan");
        Page led = pages.get(page.html().select(".ledger__unread").attr("href"));

        assertThat(led.location()).isEqualTo("/comments/" + first);
        assertThat(pages.get(link).text(".ledger__unread")).isEqualTo("2 unread comments");
    }

    @Test
    void aGuestMarksReadWhatThePageToldOf() {
        say("Bring scones");
        Page page = pages.get(link);
        say("And jam");

        Page marked = pages.postAsStranger(
                page.html().select(".ledger form").attr("action"), Pages.filled(page, ".ledger form"));

        assertThat(marked.status()).isEqualTo(303);
        assertThat(marked.location()).isEqualTo(link + "#conversations");
        assertThat(pages.get(link).text(".ledger__unread")).isEqualTo("1 unread comment");
    }

    @Test
    void aGuestWhoAnswersPollsHasThemToo() {
        long guest = jdbc.sql("select guest_id from rsvp where tweetup_id = ? and guest_id is not null")
                .param(tweetup)
                .query(Long.class)
                .single();
        jdbc.sql("insert into vote (option_id, guest_id, answer, voted_at) values (?, ?, 'YES', now())")
                .params(community.options(community.datePoll(tweetup)).get(0), guest)
                .update();
        String token = Token.random();
        jdbc.sql("insert into ballot_link (token_hash, tweetup_id, guest_id) values (?, ?, ?)")
                .params(Token.hash(token), tweetup, guest)
                .update();
        long said = say("Bring scones");
        String thread = "/votes/" + token + "/threads/"
                + jdbc.sql("select id from thread where subject = ?")
                        .param("tweetup:" + tweetup)
                        .query(Long.class)
                        .single();

        assertThat(pages.get("/votes/" + token).text(".ledger__unread")).isEqualTo("1 unread comment");
        assertThat(pages.get(thread).location()).isEqualTo("/comments/" + said);
        assertThat(pages.postAsStranger(thread + "/reading", "last", "1").location())
                .isEqualTo("/votes/" + token + "#conversations");
        assertThat(pages.get("/votes/" + token).text(".ledger__state")).isEqualTo("Nothing unread");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1.5", "9999999999"})
    void aMadeUpPositionIsRefused(String last) {
        say("Bring scones");

        assertThat(pages.postAsStranger(link + "/threads/1/reading", "last", last)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aLinkThatWasNeverSentIsNotFound() {
        assertThat(pages.get(link + "x/threads/1").status()).isEqualTo(404);
        assertThat(pages.postAsStranger(link + "x/threads/1/reading", "last", "1")
                        .status())
                .isEqualTo(404);
        assertThat(pages.get(link + "/threads/0").status()).isEqualTo(404);
    }
}
