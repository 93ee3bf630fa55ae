package org.shelfmates.tweetup.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Mailbox;
import org.shelfmates.support.MovableClock;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.web.RateLimits;
import org.shelfmates.web.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answering polls without an account. */
@ShelfmatesTest
class GuestPollTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RateLimits limits;

    @Autowired
    Settings settings;

    private Someone cerys;
    private long id;
    private long poll;
    private List<Long> options;
    private String path;
    private String email;
    private String network;

    @BeforeEach
    void anOpenPoll() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        id = community.idea("Open to guests", Community.CARDIFF, cerys);
        poll = community.datePoll(id);
        options = community.options(poll);
        path = "/tweetups/" + id + "/an-idea";
        email = Community.unique("tom") + "@example.org";
        network = Community.unique("192.0.2");
    }

    private Page ask(String first, String second) {
        return pages.postFrom(
                network,
                "/tweetups/" + id + "/polls/" + poll + "/votes",
                "name",
                "Tom Guest",
                "email",
                email,
                "option-" + options.get(0),
                first,
                "option-" + options.get(1),
                second);
    }

    /** Answers and confirms. @return the address of the private page */
    private String vote(String first, String second) throws Exception {
        ask(first, second);
        return pages.postAsStranger(mailbox.link(email, 1) + "/confirmation").location();
    }

    private Page polls() {
        return pages.get(path + "/polls", cerys);
    }

    private List<String> said() {
        return polls().html().select("tbody td").eachText();
    }

    private void choose(int option) {
        pages.post("/tweetups/" + id + "/polls/" + poll + "/options/" + options.get(option) + "/choice", cerys);
    }

    @Test
    void aStrangerIsOfferedAFormOfItsOwn() {
        Page page = pages.get(path + "/polls");
        assertThat(page.html().select("form[method=post]")).isEmpty();
        assertThat(page.header("Set-Cookie")).isNull();
        String form = page.html().select("a[href$=/vote]").attr("href");

        Page guest = pages.get(form);

        assertThat(guest.status()).isEqualTo(200);
        assertThat(guest.html().select("input[name=email], input[name=name]")).hasSize(2);
        assertThat(guest.html().select("fieldset")).hasSize(2);
        assertThat(page.text("main") + guest.text("main")).doesNotContain("??");
        assertThat(pages.get(form.replace("an-idea", "older")).location()).isEqualTo(form);
        assertThat(pages.get(form, cerys).location()).isEqualTo(path + "/polls#poll-" + poll);
        assertThat(pages.get(path + "/polls/0/vote").status()).isEqualTo(404);
    }

    @Test
    void answersCountOnceTheLinkInTheMailIsUsed() throws Exception {
        Page asked = ask("yes", "if-need-be");
        assertThat(asked.text("h1")).isEqualTo("Look into your mail");
        assertThat(asked.text("main")).contains(email);
        String link = mailbox.link(email, 1);
        assertThat(mailbox.mails(email, 1).get(0).getSubject()).isEqualTo("Confirm your answers: Open to guests");

        assertThat(pages.get(link).text("main button")).isEqualTo("Confirm my answers");
        assertThat(said()).isEmpty();
        Page confirmed = pages.postAsStranger(link + "/confirmation");

        assertThat(confirmed.status()).isEqualTo(303);
        assertThat(said()).containsExactly("✓ yes", "~ if need be");
        assertThat(pages.get(path + "/polls").text("tbody th")).isEqualTo("Tom Guest");
        assertThat(polls().html().html()).doesNotContain(email);
        Page mine = pages.get(confirmed.location());
        assertThat(mine.html().select("input[checked]").eachAttr("value")).containsExactly("yes", "if-need-be");
        assertThat(mine.header("Cache-Control")).contains("no-store");
        assertThat(mine.text("main")).doesNotContain("??");
    }

    @Test
    void theLinkWorksOnce() throws Exception {
        ask("yes", "no");
        String link = mailbox.link(email, 1);
        pages.postAsStranger(link + "/confirmation");

        Page again = pages.postAsStranger(link + "/confirmation");

        assertThat(again.status()).isEqualTo(410);
        assertThat(again.text("h1")).isEqualTo("This link has done its work");
        assertThat(pages.get(link).status()).isEqualTo(410);
        assertThat(said()).containsExactly("✓ yes", "✗ no");
    }

    @Test
    void aLinkChangedByALetterIsNone() throws Exception {
        ask("yes", "no");
        String link = mailbox.link(email, 1);
        String other = link.substring(0, link.length() - 1) + (link.endsWith("x") ? "y" : "x");

        assertThat(pages.get(other).status()).isEqualTo(404);
        for (String act : new String[] {"/confirmation", "/rsvp", "/polls/" + poll}) {
            assertThat(pages.postAsStranger(other + act).status()).as(act).isEqualTo(404);
        }
    }

    @Test
    void aLinkIsTooOldAfterTwoDays() throws Exception {
        ask("yes", "no");
        String link = mailbox.link(email, 1);

        clock.after(Duration.ofHours(49), () -> {
            assertThat(pages.get(link).status()).isEqualTo(410);
            assertThat(pages.postAsStranger(link + "/confirmation").status()).isEqualTo(410);
        });
        assertThat(said()).isEmpty();
    }

    @Test
    void whatIsNotConfirmedManagesNothing() throws Exception {
        ask("yes", "no");
        String link = mailbox.link(email, 1);

        for (String act : new String[] {"/rsvp", "/polls/" + poll}) {
            assertThat(pages.postAsStranger(link + act).status()).as(act).isEqualTo(410);
        }
        assertThat(pages.post(link + "/claim", cerys).status()).isEqualTo(410);
    }

    @Test
    void aPollThatClosesMeanwhileDoesNotUseTheLinkUp() throws Exception {
        ask("yes", "no");
        String link = mailbox.link(email, 1);
        pages.post("/tweetups/" + id + "/polls/" + poll + "/close", cerys);

        assertThat(pages.postAsStranger(link + "/confirmation").status()).isEqualTo(409);

        assertThat(said()).isEmpty();
        assertThat(pages.get(link).status()).isEqualTo(200);
    }

    @Test
    void aClosedPollTakesNoAnswersOfGuests() throws Exception {
        String mine = vote("yes", "no");
        pages.post("/tweetups/" + id + "/polls/" + poll + "/close", cerys);

        Page late = ask("no", "no");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("[role=alert]")).contains("This poll is closed.");
        assertThat(pages.get(path + "/polls/" + poll + "/vote").location()).isEqualTo(path + "/polls#poll-" + poll);
        Page change = pages.postAsStranger(mine + "/polls/" + poll, "option-" + options.get(0), "no");
        assertThat(change.status()).isEqualTo(409);
        assertThat(said()).containsExactly("✓ yes", "✗ no");
    }

    @Test
    void thePrivateLinkChangesTheAnswersEverAfter() throws Exception {
        vote("yes", "no");
        String mine = mailbox.link(email, 2);

        Page changed = pages.postAsStranger(mine + "/polls/" + poll, "option-" + options.get(1), "if-need-be");

        assertThat(changed.status()).isEqualTo(303);
        assertThat(said()).containsExactly("✓ yes", "~ if need be");
        assertThat(pages.postAsStranger(mine + "/polls/" + poll).text("[role=alert]"))
                .contains("Answer at least one option.");
        long other = community.datePoll(community.idea("Other", Community.CARDIFF, cerys));
        assertThat(pages.postAsStranger(mine + "/polls/" + other, "option-" + options.get(0), "no")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void thePrivateLinkAnswersTheNextPollOfTheTweetupToo() throws Exception {
        String mine = vote("yes", "no");
        String[] venues = {"kind", "venue", "options[0].venue", "The Hayes", "options[1].venue", "The Old Library"};
        pages.post("/tweetups/" + id + "/polls", cerys, venues);

        Page page = pages.get(mine);

        assertThat(page.text("main")).contains("Where shall we meet?", "The Old Library");
        String action = page.html().select("form[action*=/polls/]").last().attr("action");
        String option = page.html()
                .select("form[action=" + action + "] input[type=radio]")
                .attr("name");
        pages.postAsStranger(action, option, "yes");
        assertThat(said()).contains("✓ yes", "– no answer");
    }

    @Test
    void answeringTwiceIsOneGuestAndTheLastConfirmedCounts() throws Exception {
        vote("yes", "no");
        mailbox.mails(email, 2);
        ask("no", "yes");
        assertThat(said()).containsExactly("✓ yes", "✗ no");

        pages.postAsStranger(mailbox.link(email, 3) + "/confirmation");

        assertThat(said()).containsExactly("✗ no", "✓ yes");
        assertThat(jdbc.sql("select count(*) from guest where lower(email) = lower(?)")
                        .param(email)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aFormThatFailsComesBackFilledIn() {
        email = "not an address";

        Page page = ask("yes", "if-need-be");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text(".error-summary")).contains("Write an e-mail address, like you@example.org.");
        assertThat(page.html().select("#email").val()).isEqualTo("not an address");
        assertThat(page.html().select("#name").val()).isEqualTo("Tom Guest");
        assertThat(page.html().select("input[checked]").eachAttr("value")).containsExactly("yes", "if-need-be");
    }

    @Test
    void anAnswerToNoOptionIsRefused() {
        Page page = pages.postFrom(
                network, "/tweetups/" + id + "/polls/" + poll + "/votes", "name", "a\u0000b", "email", email);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text(".error-summary")).contains("Answer at least one option.");
        assertThat(page.html().select(".error-summary a[href=#option-" + options.get(0) + "-yes]"))
                .hasSize(1);
        assertThat(page.html().select("#option-" + options.get(0) + "-yes")).hasSize(1);
        assertThat(page.html().select("#name-error")).hasSize(1);
    }

    @Test
    void madeUpAnswersAreRefused() {
        long other = community.datePoll(community.idea("Other", Community.CARDIFF, cerys));
        String votes = "/tweetups/" + id + "/polls/" + poll + "/votes";
        String theirs = "option-" + community.options(other).get(0);

        assertThat(ask("yes", "perhaps").status()).isEqualTo(400);
        assertThat(pages.postFrom(network, votes, "name", "Tom", "email", email, theirs, "yes")
                        .status())
                .isEqualTo(400);
        assertThat(pages.postFrom(
                                network,
                                "/tweetups/" + id + "/polls/" + other + "/votes",
                                "name",
                                "Tom",
                                "email",
                                email)
                        .status())
                .isEqualTo(404);
        assertThat(pages.post(votes, cerys, "name", "Tom", "email", email).status())
                .isEqualTo(400);
        assertThat(pages.postFrom(network, votes, theirs, "yes").location()).startsWith("/sign-in");
    }

    @Test
    void oneAddressIsNotFloodedWithMailsWhateverIsAnswered() {
        String known = cerys.email();
        for (int i = 0; i < 3; i++) {
            assertThat(ask("yes", "no").status()).isEqualTo(200);
        }
        long dated = community.tweetup("Dated", Community.CARDIFF, cerys, null);
        for (int i = 0; i < 2; i++) {
            pages.postFrom(network, "/tweetups/" + dated + "/rsvp", "name", "Tom", "email", email, "answer", "going");
        }

        assertThat(ask("yes", "no").status()).isEqualTo(429);
        String words = pages.get(path + "/polls/" + poll + "/vote").text("main");
        email = known;
        assertThat(ask("yes", "no").text("h1")).isEqualTo("Look into your mail");
        assertThat(pages.get(path + "/polls/" + poll + "/vote").text("main")).isEqualTo(words);
    }

    @Test
    void oneNetworkDoesNotFloodManyAddresses() {
        for (int i = 0; i < settings.guestsPerNetwork(); i++) {
            limits.take("guest", network, settings.guestsPerNetwork(), Duration.ofHours(1));
        }

        assertThat(ask("yes", "no").status()).isEqualTo(429);
    }

    @Test
    void anAccountWithTheSameAddressTakesTheVotesInAndItsOwnStand() throws Exception {
        Someone tom = community.librarian("Tom Prosser", Community.NEWPORT);
        email = tom.email();
        String mine = vote("yes", "no");
        pages.post("/tweetups/" + id + "/polls/" + poll + "/votes", tom, "option-" + options.get(0), "if-need-be");

        assertThat(pages.post(mine + "/claim", cerys).status()).isEqualTo(403);
        Page claimed = pages.post(mine + "/claim", tom);

        assertThat(claimed.location()).isEqualTo(path + "/polls");
        assertThat(polls().html().select("tbody th").eachText()).containsExactly("Tom Prosser");
        assertThat(said()).containsExactly("~ if need be", "✗ no");
        assertThat(pages.get(mine).status()).isEqualTo(410);
        assertThat(pages.postAsStranger(mine + "/polls/" + poll, "option-" + options.get(0), "no")
                        .status())
                .isEqualTo(410);
    }

    @Test
    void votesGoOverWithAnRsvpThatIsClaimed() throws Exception {
        Someone tom = community.librarian("Tom Prosser", Community.NEWPORT);
        email = tom.email();
        String mine = vote("yes", "no");
        choose(0);
        String rsvp = pages.postAsStranger(mine + "/rsvp", "answer", "going").location();

        assertThat(pages.post(rsvp + "/claim", tom).status()).isEqualTo(303);

        assertThat(polls().html().select("tbody th").eachText()).containsExactly("Tom Prosser");
        assertThat(pages.get(mine).status()).isEqualTo(410);
    }

    @Test
    void whoCouldComeToTheChosenDateIsAskedAndAnswersInOneClick() throws Exception {
        vote("no", "if-need-be");
        mailbox.mails(email, 2);

        choose(1);

        assertThat(mailbox.mails(email, 3).get(2).getSubject()).isEqualTo("Are you coming? Open to guests");
        String mine = mailbox.link(email, 3);
        assertThat(pages.get(mine).html().select("form[action$=/rsvp] button").eachText())
                .containsExactly("I am coming", "I am not coming");
        Page coming = pages.postAsStranger(mine + "/rsvp", "answer", "going");
        assertThat(pages.get(coming.location()).text("main .notice"))
                .isEqualTo("You are going. A place is kept for you.");
        assertThat(pages.get(path).text(".date-due-slip")).contains("Tom Guest");

        assertThat(pages.get(mine).text("main .notice")).contains("You are going.");
        Page open = pages.postAsStranger(mine + "/rsvp");
        assertThat(pages.get(open.location()).text("main button")).contains("Change your answer");
        assertThat(pages.postAsStranger(mine + "/rsvp", "answer", "perhaps").status())
                .isEqualTo(400);
    }

    @Test
    void oneClickKeepsTheCapacityExact() throws Exception {
        String mine = vote("yes", "no");
        choose(0);
        jdbc.sql("update tweetup set capacity = 1 where id = ?").param(id).update();
        pages.post("/tweetups/" + id + "/rsvp", cerys, "answer", "going");

        pages.postAsStranger(mine + "/rsvp", "answer", "going");
        pages.postAsStranger(mine + "/rsvp", "answer", "going");

        assertThat(pages.get(mine).text("main .notice")).contains("You are waiting, and next in line.");
        assertThat(jdbc.sql("select standing from rsvp where tweetup_id = ? order by turn")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("CONFIRMED", "WAITING");
    }

    @Test
    void whereThereArePartsTheGuestChoosesAmongThem() throws Exception {
        String mine = vote("yes", "no");
        community.part(id, "Walk", 3);
        choose(0);

        Page coming = pages.postAsStranger(mine + "/rsvp", "answer", "going");

        assertThat(coming.location()).isEqualTo(path + "/rsvp?answer=going");
    }

    @Test
    void whoSaidNoIsToldOfTheDateAndNotAsked() throws Exception {
        vote("no", "yes");
        String refused = email;
        email = Community.unique("sian") + "@example.org";
        vote("yes", "no");

        choose(0);

        mailbox.mails(email, 3);
        assertThat(mailbox.mails(refused, 3).get(2).getSubject()).isEqualTo("There is a date: Open to guests");
    }

    @Test
    void withoutADateNobodyAnswersTheInvitation() throws Exception {
        String mine = vote("yes", "no");

        assertThat(pages.get(mine).html().select("form[action$=/rsvp]")).isEmpty();
        assertThat(pages.postAsStranger(mine + "/rsvp", "answer", "going").status())
                .isEqualTo(409);
    }
}
