package org.shelfmates.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.web.Browser;
import org.shelfmates.web.Browser.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ShelfmatesTest
class KeptFormTest {

    private static final String TEXT = "Written for an hour\n\nand <b>not</b> lost & \"found\" ☕";

    @Autowired
    Community community;

    @LocalServerPort
    int port;

    private Browser browser;
    private Someone cerys;
    private String tweetup;
    private String comments;

    @BeforeEach
    void aPlan() {
        browser = new Browser(port);
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        long id = community.tweetup("Kept tea", Community.CARDIFF, cerys, null);
        tweetup = "/tweetups/" + id + "/a-tweetup";
        comments = "/tweetups/" + id + "/comments";
    }

    private Answer signInAfter(Answer sent) {
        return browser.submit(
                browser.get(sent.location()).form("/sign-in"),
                "username",
                cerys.handle(),
                "password",
                Community.PASSWORD);
    }

    @Test
    void aCommentWrittenWhileTheSessionEndedIsPostedAfterSigningIn() {
        Answer sent = browser.post(comments, "body", TEXT);
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.location()).isEqualTo("/sign-in?next=%2Fresume");

        Answer in = signInAfter(sent);
        assertThat(in.location()).isEqualTo("/resume");

        Answer resume = browser.get("/resume");
        assertThat(resume.status()).isEqualTo(200);
        assertThat(resume.html().select("blockquote").text()).contains("not</b> lost & \"found\" ☕");
        assertThat(resume.html().select("main a").eachAttr("href")).isNotEmpty();

        assertThat(browser.get("/resume").html().select("blockquote")).hasSize(1);
        Answer posted = browser.submit(resume.form("/resume"));
        assertThat(posted.status()).isEqualTo(303);
        assertThat(posted.location()).startsWith(tweetup + "?posted=");
        assertThat(browser.get(tweetup).html().select(".comment__body").eachText())
                .singleElement()
                .asString()
                .contains("Written for an hour", "<b>not</b> lost & \"found\" ☕");
    }

    @Test
    void whatIsSentTwiceIsPostedOnce() {
        signInAfter(browser.post(comments, "body", TEXT));
        Answer resume = browser.get("/resume");

        browser.submit(resume.form("/resume"));

        assertThat(browser.submit(resume.form("/resume")).location()).isEqualTo("/me");
        assertThat(browser.get(tweetup).html().select(".comment")).hasSize(1);
    }

    @Test
    void whatTheFormRefusesComesBackFilledIn() {
        signInAfter(browser.post(comments, "body", "a".repeat(10_001)));

        Answer refused = browser.submit(browser.get("/resume").form("/resume"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("textarea[name=body]").val()).hasSize(10_001);
    }

    @Test
    void leavingItLeadsToAPageThatThereIs() {
        signInAfter(browser.post(comments, "body", TEXT));

        assertThat(browser.get("/resume").html().select("main a").attr("href"))
                .isEqualTo(tweetup.substring(0, tweetup.lastIndexOf('/')));

        Answer kept = resumeOf("/threads/1/subscription");
        assertThat(kept.html().select("main a").attr("href")).isEqualTo("/me");
    }

    private Answer resumeOf(String form) {
        var another = new Browser(port);
        Answer sent = another.post(form, "level", "FOLLOW");
        another.submit(
                another.get(sent.location()).form("/sign-in"),
                "username",
                cerys.handle(),
                "password",
                Community.PASSWORD);
        return another.get("/resume");
    }

    @Test
    void nothingIsPostedWithoutTheButton() {
        signInAfter(browser.post(comments, "body", TEXT));

        browser.get("/resume");

        assertThat(browser.get(tweetup).html().select(".comment")).isEmpty();
    }

    @Test
    void whatIsKeptIsKeptForItsWriterAlone() {
        browser.post(comments, "body", TEXT);

        Answer others = new Browser(port).signedIn(cerys).get("/resume");

        assertThat(others.status()).isEqualTo(303);
        assertThat(others.location()).isEqualTo("/me");
    }

    @Test
    void aFormWithoutItsTokenIsNotKept() {
        Answer forged = browser.send("POST", comments, Browser.encoded("body", TEXT));

        assertThat(forged.status()).isEqualTo(403);
        assertThat(browser.signedIn(cerys).get("/resume").location()).isEqualTo("/me");
    }

    @Test
    void whatIsTooLongForTheSessionStillLeadsToTheDoor() {
        Answer sent = browser.post(comments, "body", "a".repeat(70_000));

        assertThat(sent.status()).isEqualTo(303);
        assertThat(signInAfter(sent).location()).isEqualTo("/resume");
        assertThat(browser.get("/resume").location()).isEqualTo("/me");
    }

    @Test
    void anAddressThatDoesNotExistKeepsNothing() {
        assertThat(browser.post("/tweetups/1/a-tweetup/pirates/ahoy", "body", TEXT)
                        .status())
                .isEqualTo(404);
        assertThat(browser.signedIn(cerys).get("/resume").location()).isEqualTo("/me");
    }
}
