package org.shelfmates.tweetup.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Mailbox;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is confirmed by an address whose guest an account has claimed is that account's: nobody counts twice. */
@ShelfmatesTest
class ClaimedAddressTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    private Someone planner;
    private Someone tom;
    private long tweetup;
    private String page;
    private String claimed;
    private int mails;

    @BeforeEach
    void aGuestThatIsClaimed() throws Exception {
        planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Librarian", Community.CARDIFF);
        tweetup = community.tweetup("Open to guests", Community.CARDIFF, planner, 5);
        page = "/tweetups/" + tweetup + "/a-tweetup";
        claimed = said("As a guest");
        assertThat(pages.post(claimed + "/claim", tom).status()).isEqualTo(303);
    }

    private String ask(String address, String... fields) throws Exception {
        String[] all = new String[fields.length + 4];
        System.arraycopy(new String[] {"name", "Tom Guest", "email", tom.email()}, 0, all, 0, 4);
        System.arraycopy(fields, 0, all, 4, fields.length);
        pages.postAsStranger("/tweetups/" + address, all);
        return mailbox.link(tom.email(), ++mails);
    }

    private String said(String body, String... more) throws Exception {
        String[] fields =
                Stream.concat(Stream.of("body", body), Stream.of(more)).toArray(String[]::new);
        String link = ask(tweetup + "/comments", fields);
        pages.postAsStranger(link + "/confirmation");
        return link;
    }

    @Test
    void theGuestsPageIsGone() {
        assertThat(pages.get(claimed).status()).isEqualTo(410);
        assertThat(pages.post(claimed + "/claim", tom).status()).isEqualTo(403);
    }

    @Test
    void aCommentIsTheAccounts() throws Exception {
        String again = said("Once more");

        assertThat(pages.get(page).html().select(".comment__author").eachText())
                .containsExactly("Tom Librarian", "Tom Librarian");
        assertThat(pages.get(again).status()).isEqualTo(410);
    }

    @Test
    void whatWaitedForAPlannerIsPublishedAsTheAccounts() throws Exception {
        jdbc.sql("update tweetup set hold_guests = true where id = ?")
                .param(tweetup)
                .update();
        said("Held");
        String mine = page + "/guest-comments";

        pages.post(
                pages.get(mine, planner)
                        .html()
                        .select("article:contains(Held) form")
                        .attr("action"),
                planner);

        assertThat(pages.get(page).html().select(".comment__author").eachText())
                .containsExactly("Tom Librarian", "Tom Librarian");
    }

    @Test
    void whatAnswersSomebodyWhoHasBlockedTheAccountMeanwhileIsPublishedByItself() throws Exception {
        jdbc.sql("update tweetup set hold_guests = true where id = ?")
                .param(tweetup)
                .update();
        Someone gwen = community.librarian("Gwen Pritchard", Community.CARDIFF);
        said("Held", "parent", "" + community.comment(tweetup, gwen, "Which?", null));
        community.block(gwen, tom);
        String publication = pages.get(page + "/guest-comments", planner)
                .html()
                .select("article:contains(Held) form")
                .attr("action");

        assertThat(pages.post(publication, planner).status()).isEqualTo(303);
        assertThat(jdbc.sql("select parent_id is null from comment where author_id = ? and body = 'Held'")
                        .param(tom.id())
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
    }

    @Test
    void anRsvpIsTheAccounts() throws Exception {
        Page first = pages.postAsStranger(ask(tweetup + "/rsvp", "answer", "going") + "/confirmation");

        assertThat(first.location()).isEqualTo("/tweetups/" + tweetup);
        assertThat(places()).containsExactly("Tom Librarian CONFIRMED");
        mailbox.mails(tom.email(), ++mails);
        pages.postAsStranger(ask(tweetup + "/rsvp", "answer", "maybe") + "/confirmation");
        assertThat(places()).containsExactly("Tom Librarian MAYBE");
        assertThat(jdbc.sql("select count(*) from rsvp where tweetup_id = ?")
                        .param(tweetup)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private List<String> places() {
        return jdbc.sql("""
                        select l.name || ' ' || coalesce(r.standing, r.answer) from rsvp r
                        join librarian l on l.id = r.librarian_id where r.tweetup_id = ? and r.held_until is null""").param(tweetup).query(String.class).list();
    }

    @Test
    void aVoteIsTheAccountsAndReplacesWhatItVoted() throws Exception {
        long idea = community.idea("When?", Community.CARDIFF, planner);
        long poll = community.datePoll(idea);
        List<Long> options = community.options(poll);
        String votes = "/tweetups/" + idea + "/polls/" + poll + "/votes";
        pages.post(votes, tom, "option-" + options.get(0), "yes", "option-" + options.get(1), "yes");

        Page cast = pages.postAsStranger(
                ask(idea + "/polls/" + poll + "/votes", "option-" + options.get(0), "no") + "/confirmation");

        assertThat(cast.location()).endsWith("/polls");
        assertThat(jdbc.sql("""
                        select l.name || ' ' || v.answer from vote v left join librarian l on l.id = v.librarian_id
                        join poll_option o on o.id = v.option_id where o.poll_id = ? order by o.id""").param(poll).query(String.class).list())
                .containsExactly("Tom Librarian NO", "Tom Librarian YES");
    }

    @Test
    void anAddressThatIsTheAccountsNoMoreIsAGuestsAgain() throws Exception {
        String link = ask(tweetup + "/comments", "body", "Somebody else");
        jdbc.sql("update account set email = ? where id = ?")
                .params(Community.unique("new") + "@example.org", tom.id())
                .update();

        pages.postAsStranger(link + "/confirmation");

        assertThat(pages.get(page).html().select(".comment__author").eachText())
                .containsExactly("Tom Librarian", "Tom Guest");
        assertThat(pages.get(link).status()).isEqualTo(200);
    }
}
