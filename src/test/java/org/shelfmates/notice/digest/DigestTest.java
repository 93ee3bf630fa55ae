package org.shelfmates.notice.digest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.sql.Timestamp;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Mailbox;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a digest tells, and how one gets no more of them. */
class DigestTest extends DigestCase {

    @Autowired
    MockMvcTester mvc;

    private String digest() throws Exception {
        community.tell(gwen, "DIGEST", "DAILY");
        deliver(tuesday, "08:00");
        return text(gwen);
    }

    private void noDigest() {
        community.tell(gwen, "DIGEST", "DAILY");
        deliver(tuesday, "08:00");
        assertThat(mails(gwen)).isEmpty();
    }

    @Test
    void itTellsOfWhatWaitedGroupedByWhatItIsAbout() throws Exception {
        Someone cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        comment(tom, "Tea", 1);
        comment(tom, "Cake", 2);
        comment(cerys, "Tea", 1);
        comment(tom, "Cake", 2);

        String text = digest();

        assertThat(text)
                .startsWith(
                        "What happened\n\n* 2 people commented on “Tea”\nhttp://localhost:8080/tweetups/1#comment-1\n\n"
                                + "* Tom Prosser commented on “Cake”\nhttp://localhost:8080/tweetups/2#comment-1\n\n-- \n");
        assertThat(waiting()).isEqualTo("SENT SENT SENT SENT");
    }

    @Test
    void whatWasReadOnTheSiteOrIsNotWantedAnyMoreWaitsNoLonger() {
        comment(tom, "Tea", 1);
        jdbc.sql("update notice set read_at = created_at + interval '1 second' where librarian_id = ?")
                .param(gwen.id())
                .update();
        comment(tom, "Cake", 2);
        community.tell(gwen, "COMMENT", "SITE");

        noDigest();
        assertThat(waiting()).isEqualTo("NONE NONE");
    }

    @Test
    void itTellsOfWhatIsNewNearBy() throws Exception {
        long newport = tweetup("Tea in Newport", Community.NEWPORT, tom);
        tweetup("Tea in Bangor", Community.BANGOR, tom);
        published(tweetup("Old tea", Community.CARDIFF, tom), at(monday, "07:54", LONDON));
        published(tweetup("Tea of tomorrow", Community.CARDIFF, tom), at(tuesday, "07:56", LONDON));
        tweetup("My own tea", Community.CARDIFF, gwen);
        community.going(tweetup("Tea that I know of", Community.CARDIFF, tom), gwen);

        String text = digest();

        assertThat(text)
                .startsWith("New near you\n\n* Tea in Newport\n")
                .contains("18:00", "The café, Newport")
                .contains("http://localhost:8080/tweetups/" + newport + "/a-tweetup\n")
                .doesNotContain("Bangor", "Old tea", "tomorrow", "My own", "I know of");
    }

    @Test
    void anIdeaIsToldOfAndAnOldTweetupThatGetsADate() throws Exception {
        published(community.idea("A new idea", Community.CARDIFF, tom), at(monday, "12:00", LONDON));
        long dated = tweetup("An old idea", Community.CARDIFF, tom);
        jdbc.sql("update tweetup set created_at = now(), dated_at = ? where id = ?")
                .params(Timestamp.from(at(monday, "12:00", LONDON)), dated)
                .update();

        assertThat(digest()).containsSubsequence("* An old idea\n", "* A new idea\n  No date yet\n  Cardiff\n");
    }

    @Test
    void whatIsOverOrCancelledIsNotToldOf() {
        jdbc.sql("update tweetup set starts_at = ?, ends_at = ? where id = ?")
                .params(
                        Timestamp.from(at(monday, "18:00", LONDON)),
                        Timestamp.from(at(monday, "19:00", LONDON)),
                        tweetup("Over", Community.CARDIFF, tom))
                .update();
        jdbc.sql("update tweetup set state = 'CANCELLED', cancelled_at = now() where id = ?")
                .param(tweetup("Cancelled", Community.CARDIFF, tom))
                .update();

        noDigest();
    }

    @Test
    void itTellsOfFiveThatAreNearTheSoonestFirst() throws Exception {
        for (int n = 1; n <= 6; n++) {
            jdbc.sql("update tweetup set starts_at = ?, ends_at = ? where id = ?")
                    .params(
                            Timestamp.from(at(monday.plusDays(40 - n), "18:00", LONDON)),
                            Timestamp.from(at(monday.plusDays(40 - n), "19:00", LONDON)),
                            tweetup("Tea " + n, Community.CARDIFF, tom))
                    .update();
        }

        assertThat(digest())
                .containsSubsequence("Tea 6", "Tea 5", "Tea 4", "Tea 3", "Tea 2")
                .doesNotContain("Tea 1");
    }

    @Test
    void ofASeriesItTellsOnce() throws Exception {
        Community.Series series = community.series("Every week", Community.CARDIFF, tom, 4);
        jdbc.sql("update series set created_at = ? where id = ?")
                .params(Timestamp.from(at(monday, "12:00", LONDON)), series.id())
                .update();
        jdbc.sql("update tweetup set starts_at = starts_at + interval '4 years', ends_at = ends_at + interval '4 years'"
                        + " where series_id = ?")
                .param(series.id())
                .update();

        assertThat(digest()).containsOnlyOnce("* Every week\n");
    }

    @Test
    void itTellsOfMyGroupsAndOfWhomIFollowAndOfEachTweetupOnce() throws Exception {
        String group = community.group("North readers", Community.BANGOR, gwen);
        Someone cerys = community.librarian("Cerys Morgan", Community.BANGOR);
        follow(gwen, tom);
        follow(gwen, cerys);
        community.hold(tweetup("Near and of my group", Community.CARDIFF, tom), group);
        community.hold(tweetup("Of my group", Community.BANGOR, cerys), group);
        tweetup("Planned by Tom", Community.BANGOR, tom);

        String text = digest();

        assertThat(text)
                .containsSubsequence(
                        "New near you\n\n* Near and of my group\n",
                        "New in your groups\n\n* Of my group\n",
                        "  In North readers\n",
                        "From people whom you follow\n\n* Planned by Tom\n",
                        "  Tom Prosser plans it\n")
                .containsOnlyOnce("* Near and of my group")
                .containsOnlyOnce("* Of my group");
    }

    @Test
    void itTellsWhereThoseGoWhomIFollowIfTheyLetOthersKnow() throws Exception {
        Someone cerys = community.librarian("Cerys Morgan", Community.BANGOR);
        follow(gwen, tom);
        for (String visible : new String[] {"EVERYONE", "MEMBERS", "PLANNERS"}) {
            long id = tweetup("For " + visible, Community.BANGOR, cerys);
            published(id, java.time.Instant.now());
            community.going(id, tom);
            jdbc.sql("update rsvp set visible_to = ?, answered_at = ? where tweetup_id = ?")
                    .params(visible, Timestamp.from(at(monday, "12:00", LONDON)), id)
                    .update();
        }

        assertThat(digest())
                .contains("* For EVERYONE\n", "* For MEMBERS\n", "  Tom Prosser goes there\n")
                .doesNotContain("PLANNERS");
    }

    @Test
    void whoWantsNoDigestStillGetsWhatWaitsForTheDailyMailAndNothingElse() throws Exception {
        community.tell(gwen, "DIGEST", "OFF");
        comment(tom, "Cake", 1);
        tweetup("Tea", Community.CARDIFF, tom);

        deliver(tuesday, "08:00");
        assertThat(text(gwen)).contains("Cake").doesNotContain("Tea");
        deliver(monday.plusWeeks(1), "08:00");
        assertThat(mails(gwen)).hasSize(1);
    }

    @Test
    void itSaysWhatItIsInBothFormsAndBringsNothingFromElsewhere() throws Exception {
        tweetup("<b>Tea</b>", Community.CARDIFF, tom);
        digest();
        MimeMessage mail = mails(gwen).get(0);
        Multipart parts = (Multipart) mail.getContent();

        assertThat(mail.getSubject()).startsWith("One new thing for you, ").contains(String.valueOf(tuesday.getYear()));
        assertThat(mail.getMessageID()).matches("<digest-" + gwen.id() + "-daily-\\d+@localhost>");
        assertThat(mail.getHeader("List-Id")).containsExactly("Shelfmates <digest.notices.localhost>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("List-Unsubscribe")[0])
                .matches("(?s)<http://localhost:8080/unsubscribe/digest/[\\w-]{32}>");
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains("&lt;b&gt;Tea", "New near you", "/unsubscribe/digest/")
                .doesNotContain("<b>Tea", "<img", "<script", "<link");
    }

    @Test
    void itIsInTheLanguageOfWhoReadsIt() throws Exception {
        pages.post("/me/settings/notices", gwen, "language", "cy", "channels[DIGEST]", "DAILY");
        tweetup("Te", Community.CARDIFF, tom);
        deliver(tuesday, "08:00");

        assertThat(mails(gwen).get(0).getSubject()).startsWith("Un peth newydd i chi, ");
        assertThat(text(gwen)).contains("Newydd yn agos atoch", "Atal yr e-bost dyddiol");
    }

    @Test
    void howManyStatementsItTakesDoesNotGrowWithWhatItTells() throws Exception {
        tweetup("Tea", Community.CARDIFF, tom);
        comment(tom, "Tea", 1);
        int few = Statements.of(() -> digest()).size();
        gwen = reader("Gwen Parry", Community.CARDIFF, LONDON);
        for (int n = 1; n < 4; n++) {
            tweetup("Tea", Community.CARDIFF, tom);
            comment(tom, "Tea", n);
        }

        assertThat(Statements.of(() -> digest())).hasSize(few);
    }

    private String stopLink() throws Exception {
        Matcher link = Pattern.compile("http://localhost:8080(/unsubscribe/digest/\\S+)")
                .matcher(Mailbox.text(mails(gwen).get(0)));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private Map<String, Object> settings() {
        return jdbc
                .sql("select kind, channel from notice_setting where librarian_id = ?")
                .param(gwen.id())
                .query()
                .listOfRows()
                .stream()
                .collect(java.util.stream.Collectors.toMap(row -> (String) row.get("kind"), row -> row.get("channel")));
    }

    @Test
    void oneClickStopsItAndOpeningTheLinkDoesNot() throws Exception {
        comment(tom, "Tea", 1);
        community.tell(gwen, "ANSWERED", "OFF");
        digest();
        String link = stopLink();

        assertThat(pages.get(link).text("main")).contains("Stop these mails", "no more daily mails");
        assertThat(settings()).containsEntry("DIGEST", "DAILY").doesNotContainKey("COMMENT");

        // as mail programs do: no cookie, no token of a form
        assertThat(mvc.post().uri(link).param("List-Unsubscribe", "One-Click").exchange())
                .hasStatusOk();
        assertThat(settings())
                .containsEntry("DIGEST", "OFF")
                .containsEntry("COMMENT", "SITE")
                .containsEntry("ANSWERED", "OFF")
                .doesNotContainKey("REPLY");

        comment(tom, "Tea", 1);
        tweetup("Tea", Community.CARDIFF, tom);
        deliver(tuesday.plusDays(1), "08:00");
        deliver(monday.plusWeeks(1), "08:00");
        assertThat(mails(gwen)).hasSize(1);
    }

    @Test
    void aLinkWithAChangedLetterIsNotFound() throws Exception {
        comment(tom, "Tea", 1);
        digest();
        String link = stopLink();
        char last = link.charAt(link.length() - 1);
        String changed = link.substring(0, link.length() - 1) + (last == 'A' ? 'B' : 'A');

        assertThat(pages.get(changed).status()).isEqualTo(404);
        assertThat(pages.postAsStranger(changed).status()).isEqualTo(404);
        assertThat(settings()).containsEntry("DIGEST", "DAILY");
    }

    @Test
    void theDigestIsChosenDailyWeeklyOrNot() {
        Page page = pages.get("/me/settings/notices", gwen);

        assertThat(page.html().select("#channel-DIGEST option").eachAttr("value"))
                .containsExactly("DAILY", "WEEKLY", "OFF");
        assertThat(page.html().select("#channel-DIGEST option[selected]").val()).isEqualTo("WEEKLY");
        assertThat(page.html().select("#channel-REPLY option")).hasSize(5);
        assertThat(pages.post("/me/settings/notices", gwen, "language", "en-GB", "channels[DIGEST]", "AT_ONCE")
                        .status())
                .isEqualTo(400);
        assertThat(pages.post("/me/settings/notices", gwen, "language", "en-GB", "channels[DIGEST]", "OFF")
                        .status())
                .isEqualTo(303);
        assertThat(settings()).containsEntry("DIGEST", "OFF");
    }

    private long asked(long tweetup, Someone asker, String words, java.time.Instant when) {
        long comment = community.comment(tweetup, asker, words, null);
        jdbc.sql("update comment set question = true, created_at = ? where id = ?")
                .params(Timestamp.from(when), comment)
                .update();
        return comment;
    }

    @Test
    void itTellsOfQuestionsInOnesGroupsThatNobodyHasAnswered() throws Exception {
        String group = community.group("Cardiff readers", Community.CARDIFF, gwen);
        long tea = tweetup("Tea", Community.BANGOR, tom);
        published(tea, at(monday.minusDays(9), "12:00", LONDON));
        community.hold(tea, group);
        var noon = at(monday, "12:00", LONDON);
        long open = asked(tea, tom, "Is there *cake*?", noon);
        asked(tea, tom, "Asked last week?", at(monday.minusDays(3), "12:00", LONDON));
        asked(tea, gwen, "My own?", noon);
        long answered = asked(tea, tom, "Answered?", noon);
        jdbc.sql("update comment set answer_id = ? where id = ?")
                .params(community.comment(tea, gwen, "Yes", answered), answered)
                .update();
        asked(tweetup("Elsewhere", Community.BANGOR, tom), tom, "In no group of mine?", noon);

        assertThat(digest())
                .startsWith("Questions nobody answered yet\n\n* Is there cake?\n  Tom Prosser asks about “Tea”\n"
                        + "http://localhost:8080/comments/" + open + "\n\n-- \n");
    }

    @Test
    void aQuestionWhereTheReaderMutedTheConversationIsNotToldOf() {
        String group = community.group("Cardiff readers", Community.CARDIFF, gwen);
        long tea = tweetup("Tea", Community.BANGOR, tom);
        published(tea, at(monday.minusDays(9), "12:00", LONDON));
        community.hold(tea, group);
        long asked = asked(tea, tom, "Is there cake?", at(monday, "12:00", LONDON));
        jdbc.sql("insert into subscription (thread_id, librarian_id, level)"
                        + " select thread_id, ?, 'MUTED' from comment where id = ?")
                .params(gwen.id(), asked)
                .update();

        noDigest();
    }
}
