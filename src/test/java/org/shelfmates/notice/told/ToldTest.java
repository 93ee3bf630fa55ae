package org.shelfmates.notice.told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.group.MemberJoined;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Mailbox;
import org.shelfmates.support.Pages;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.tweetup.PollClosed;
import org.shelfmates.tweetup.PollClosesSoon;
import org.shelfmates.tweetup.PollOpened;
import org.shelfmates.tweetup.ReminderDue;
import org.shelfmates.tweetup.TweetupCancelled;
import org.shelfmates.tweetup.TweetupHappened;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.AopTestUtils;

/** Each event is told to whom it concerns, once, as they have chosen, and never to who brought it about. */
@ShelfmatesTest
class ToldTest {

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TweetupTold tweetups;

    @Autowired
    PlansTold plans;

    @Autowired
    GroupsTold groups;

    private final LocalDateTime start = LocalDateTime.now().plusMonths(1).truncatedTo(ChronoUnit.HOURS);

    private Someone cerys;
    private Someone tom;
    private long tea;

    /** Without the threads that listeners have of their own. */
    @BeforeEach
    void listenAtOnce() {
        tweetups = AopTestUtils.getUltimateTargetObject(tweetups);
        plans = AopTestUtils.getUltimateTargetObject(plans);
        groups = AopTestUtils.getUltimateTargetObject(groups);
    }

    @BeforeEach
    void aTweetup() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Prosser", Community.CARDIFF);
        tea = community.tweetup("Tea", Community.CARDIFF, cerys, 1);
    }

    private void post(Someone who, String address, String... fields) {
        assertThat(pages.post("/tweetups/" + tea + address, who, fields).status())
                .isEqualTo(303);
    }

    private void move() {
        String[] form = Pages.filled(
                pages.get("/tweetups/" + tea + "/a-tweetup/change", cerys),
                "main form",
                "start",
                start + "",
                "end",
                start.plusHours(2) + "",
                "venue",
                "The library",
                "reason",
                "The café is shut");
        post(cerys, "/a-tweetup/change", form);
    }

    private List<String> told(Someone someone, String kind, int count) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> community.told(someone, kind), keys -> keys.size() >= count);
    }

    @Test
    void whoAnsweredIsToldOfAChangeWithOldAndNewAndWhoMadeItIsNot() throws Exception {
        post(tom, "/rsvp", "answer", "going");
        told(tom, "RECEIPT", 1);
        move();

        assertThat(told(tom, "CHANGED", 1)).hasSize(1);
        String text = Mailbox.text(mailbox.mails(tom.email(), 2).get(1));
        assertThat(text).contains("The café", "The library", "The café is shut");
        assertThat(community.told(cerys, "CHANGED")).isEmpty();
    }

    @Test
    void whatIsToldAgainIsToldOnce() {
        jdbc.sql("update tweetup set state = 'CANCELLED', cancelled_at = now() where id = ?")
                .param(tea)
                .update();
        tweetups.on(new TweetupCancelled(tea, null));
        tweetups.on(new TweetupCancelled(tea, null));

        assertThat(community.told(cerys, "CANCELLED")).hasSize(1);
    }

    @Test
    void whatIsNotTrueAnyMoreIsNotTold() {
        tweetups.on(new TweetupCancelled(tea, null));

        assertThat(community.told(cerys, "CANCELLED")).isEmpty();
    }

    @Test
    void theNextInTheWaitingListIsToldOfTheirPlace() throws Exception {
        Someone nia = community.librarian("Nia Rees", Community.CARDIFF);
        post(tom, "/rsvp", "answer", "going");
        post(nia, "/rsvp", "answer", "going");
        told(nia, "RECEIPT", 1);
        assertThat(mailbox.mails(nia.email(), 1).get(0).getSubject()).isEqualTo("You are on the waiting list: Tea");
        post(tom, "/rsvp", "answer", "not-going");

        assertThat(told(nia, "PROMOTED", 1)).hasSize(1);
        assertThat(mailbox.mails(nia.email(), 2).get(1).getSubject()).isEqualTo("You have a place: Tea");
        assertThat(told(cerys, "ANSWERED", 2)).hasSize(2);
    }

    @Test
    void aGuestIsToldByMailWithTheirPrivateLink() throws Exception {
        String email = Community.unique("guest") + "@example.org";
        jdbc.sql("""
                        with g as (insert into guest (name, email, confirmed_at, created_at)
                            values ('Mair', ?, now(), now()) returning id)
                        insert into rsvp (tweetup_id, guest_id, answer, standing, turn, answered_at)
                        select ?, id, 'GOING', 'CONFIRMED', nextval('rsvp_turn'), now() from g""").params(email, tea).update();
        move();

        String text = Mailbox.text(mailbox.mails(email, 1).get(0));
        assertThat(text).contains("/rsvps/").doesNotContain("/me/settings");
        assertThat(pages.get(mailbox.link(email, 1)).status()).isEqualTo(200);
    }

    @Test
    void anAddressThatNobodyHasConfirmedGetsNoMail() {
        jdbc.sql("update account set email_confirmed_at = null where id = ?")
                .param(tom.id())
                .update();
        community.going(tea, tom);
        move();

        assertThat(told(tom, "CHANGED", 1)).hasSize(1);
        assertThat(jdbc.sql("select mail from notice where librarian_id = ?")
                        .param(tom.id())
                        .query(String.class)
                        .list())
                .containsOnly("NONE");
    }

    @Test
    void everybodyIsToldAsTheyHaveChosen() {
        Someone nia = community.librarian("Nia Rees", Community.CARDIFF);
        Someone ifor = community.librarian("Ifor Hughes", Community.CARDIFF);
        List.of(tom, nia, ifor).forEach(someone -> community.going(tea, someone));
        community.tell(tom, "CHANGED", "OFF");
        community.tell(nia, "CHANGED", "SITE");
        community.tell(ifor, "CHANGED", "WEEKLY");
        move();

        told(ifor, "CHANGED", 1);
        assertThat(community.told(tom, "CHANGED")).isEmpty();
        assertThat(mailState(nia)).isEqualTo("NONE");
        assertThat(mailState(ifor)).isEqualTo("WEEKLY");
    }

    private String mailState(Someone someone) {
        return jdbc.sql("select mail from notice where librarian_id = ? and kind = 'CHANGED'")
                .param(someone.id())
                .query(String.class)
                .single();
    }

    @Test
    void anAnswerIsToldToWhomItAnswersAndACommentToThePlanners() throws Exception {
        Someone nia = community.librarian("Nia Rees", Community.CARDIFF);
        post(tom, "/comments", "body", "Is there tea?");
        long question = jdbc.sql("select max(id) from comment where author_id = ?")
                .param(tom.id())
                .query(Long.class)
                .single();
        post(nia, "/comments", "body", "There is.", "parent", question + "");

        assertThat(told(tom, "REPLY", 1)).hasSize(1);
        assertThat(told(cerys, "COMMENT", 2)).hasSize(2);
        assertThat(community.told(tom, "COMMENT")).isEmpty();
        assertThat(community.told(nia, "COMMENT")).isEmpty();
        assertThat(Mailbox.text(mailbox.mails(tom.email(), 1).get(0))).contains("There is.", "#comment-");
    }

    @Test
    void whoAnswersThemselvesOrCommentsOnTheirOwnPlanIsNotTold() {
        post(cerys, "/comments", "body", "Is there tea?");
        long question = jdbc.sql("select max(id) from comment where author_id = ?")
                .param(cerys.id())
                .query(Long.class)
                .single();
        post(cerys, "/comments", "body", "There is.", "parent", question + "");
        post(tom, "/comments", "body", "Good.");

        assertThat(told(cerys, "COMMENT", 1)).hasSize(1);
        assertThat(community.told(cerys, "REPLY")).isEmpty();
    }

    @Test
    void whoPlannedACommentIsToldOfTheReplyAlone() {
        post(cerys, "/comments", "body", "Is there tea?");
        long question = jdbc.sql("select max(id) from comment where author_id = ?")
                .param(cerys.id())
                .query(Long.class)
                .single();
        post(tom, "/comments", "body", "There is.", "parent", question + "");

        assertThat(told(cerys, "REPLY", 1)).hasSize(1);
        assertThat(community.told(cerys, "COMMENT")).isEmpty();
    }

    @Test
    void whoIsNamedIsToldAndWhoFollowsAndNotWhoMuted() {
        Someone gwen = community.librarian("Gwen Pritchard", Community.CARDIFF);
        Someone huw = community.librarian("Huw Bowen", Community.CARDIFF);
        post(gwen, "/comments", "body", "First.");
        long thread = jdbc.sql("select id from thread where subject = ?")
                .param("tweetup:" + tea)
                .query(Long.class)
                .single();
        assertThat(told(cerys, "COMMENT", 1)).hasSize(1);
        pages.post("/threads/" + thread + "/subscription", cerys, "level", "MUTED");
        pages.post("/threads/" + thread + "/subscription", huw, "level", "FOLLOW");

        post(tom, "/comments", "body", "Ask @" + gwen.handle() + " and @" + cerys.handle() + ".");

        assertThat(told(gwen, "MENTION", 1)).hasSize(1);
        assertThat(told(huw, "COMMENT", 1)).hasSize(1);
        assertThat(community.told(cerys, "MENTION")).isEmpty();
        assertThat(community.told(cerys, "COMMENT")).hasSize(1);
        assertThat(community.told(tom, "COMMENT")).isEmpty();
    }

    @Test
    void aGuestWhoCommentedGetsTheReplyByMail() throws Exception {
        String email = Community.unique("guest") + "@example.org";
        pages.postAsStranger("/tweetups/" + tea + "/comments", "name", "Mair", "email", email, "body", "Is there tea?");
        pages.postAsStranger(mailbox.link(email, 1) + "/confirmation");
        assertThat(told(cerys, "COMMENT", 1)).hasSize(1);
        long question = jdbc.sql("select max(c.id) from comment c join guest g on g.id = c.guest_id where g.email = ?")
                .param(email)
                .query(Long.class)
                .single();

        post(cerys, "/comments", "body", "There is, with cake.", "parent", question + "");

        assertThat(mailbox.mails(email, 2))
                .extracting(Mailbox::text)
                .anySatisfy(text -> assertThat(text)
                        .contains("There is, with cake.", "#comment-")
                        .doesNotContain("Your own page"));
        jdbc.sql("update guest_comment set language = 'cy' where guest_id = (select id from guest where email = ?)")
                .param(email)
                .update();
        post(cerys, "/comments", "body", "And scones.", "parent", question + "");
        assertThat(Mailbox.text(mailbox.mails(email, 3).get(2))).contains("Atebodd Cerys Morgan");
    }

    @Test
    void organisersAreToldWhoJoinedOnceOfEach() {
        String slug = community.group("Readers", Community.CARDIFF, cerys, tom);
        long group = jdbc.sql("update membership m set organiser = true from city_group g"
                        + " where g.id = m.group_id and g.slug = ? and m.librarian_id = ? returning g.id")
                .params(slug, cerys.id())
                .query(Long.class)
                .single();
        groups.on(new MemberJoined(group, tom.id()));
        groups.on(new MemberJoined(group, tom.id()));

        assertThat(community.told(cerys, "JOINED")).hasSize(1);
        assertThat(community.told(tom, "JOINED")).isEmpty();
    }

    @Test
    void joiningAGroupTellsItsOrganisers() {
        String slug = community.group("Readers", Community.CARDIFF, cerys);
        jdbc.sql("update membership set organiser = true where librarian_id = ?")
                .param(cerys.id())
                .update();
        pages.post("/groups/" + slug + "/join", tom);
        pages.post("/groups/" + slug + "/join", tom);

        assertThat(told(cerys, "JOINED", 1)).hasSize(1);
    }

    @Test
    void otherPlannersAreToldOfPollsAndAllOfThemThatOneIsClosed() {
        long idea = community.idea("Walk", Community.CARDIFF, cerys, tom);
        long poll = community.datePoll(idea);
        plans.on(new PollOpened(idea, poll, cerys.id()));
        plans.on(new PollClosed(idea, poll, null));

        assertThat(community.told(cerys, "POLL_OPENED")).isEmpty();
        assertThat(community.told(tom, "POLL_OPENED")).hasSize(1);
        assertThat(community.told(cerys, "POLL_CLOSED")).hasSize(1);
        assertThat(community.told(tom, "POLL_CLOSED")).hasSize(1);
    }

    @Test
    void aSettledDateIsToldToThePlannersWhoDidNotSettleIt() {
        tea = community.idea("Walk", Community.CARDIFF, cerys, tom);
        post(cerys, "/date", "start", start + "", "end", start.plusHours(2) + "");

        assertThat(told(tom, "SCHEDULED", 1)).hasSize(1);
        assertThat(community.told(cerys, "SCHEDULED")).isEmpty();
    }

    @Test
    void whoIsAskedToPlanIsTold() {
        post(cerys, "/planners", "handle", tom.handle());

        assertThat(told(tom, "PLANNER_INVITED", 1)).hasSize(1);
    }

    @Test
    void whoHasAPlaceIsRemindedAndWhoCameIsToldAfterwards() {
        community.going(tea, tom);
        tweetups.on(new ReminderDue(tea, 48));
        tweetups.on(new ReminderDue(tea, 48));
        tweetups.on(new ReminderDue(tea, 3));
        tweetups.on(new TweetupHappened(tea));

        assertThat(community.told(tom, "REMINDER")).hasSize(2);
        assertThat(community.told(tom, "HAPPENED")).hasSize(1);
    }

    private String asked(Someone asker) {
        long question = community.comment(tea, asker, "Is there cake?", null);
        jdbc.sql("update comment set question = true where id = ?")
                .param(question)
                .update();
        return "" + question;
    }

    private void mark(Someone marker, long answer, String act) {
        assertThat(pages.post("/comments/" + answer + act, marker).status()).isEqualTo(303);
    }

    @Test
    void whoseCommentAnswersIsToldAndWhoAskedWhereAPlannerSaysSo() {
        Someone nia = community.librarian("Nia Rees", Community.CARDIFF);
        long question = Long.parseLong(asked(tom));
        long answer = community.comment(tea, nia, "There is", question);

        mark(cerys, answer, "/answer");
        mark(cerys, answer, "/answer/withdrawal");
        mark(cerys, answer, "/answer");

        String key = "answer:" + question + ":" + answer;
        assertThat(told(nia, "MARKED", 1)).containsExactly(key);
        assertThat(told(tom, "ANSWER", 1)).containsExactly(key);
        assertThat(community.told(nia, "ANSWER")).isEmpty();
        assertThat(community.told(tom, "MARKED")).isEmpty();
    }

    @Test
    void whoMarksIsNotToldAndNeitherIsWhoMutedTheConversation() {
        Someone nia = community.librarian("Nia Rees", Community.CARDIFF);
        long question = Long.parseLong(asked(tom));
        long own = community.comment(tea, tom, "Found it", question);
        long muted = community.comment(tea, nia, "There is", question);
        jdbc.sql("""
                        insert into subscription (thread_id, librarian_id, level)
                        select thread_id, author_id, 'MUTED' from comment where id = ?
                        on conflict (librarian_id, thread_id) do update set level = 'MUTED'""").param(muted).update();
        mark(tom, own, "/answer");
        mark(tom, muted, "/answer");
        mark(cerys, own, "/answer");

        assertThat(told(tom, "MARKED", 1)).hasSize(1);
        assertThat(community.told(tom, "ANSWER")).isEmpty();
        assertThat(community.told(nia, "MARKED")).isEmpty();
    }

    @Test
    void plannersAreToldThatAGuestsCommentWaits() throws Exception {
        community.letPlan(tea, tom);
        post(cerys, "/guest-comments", "hold", "true");
        String email = Community.unique("guest") + "@example.org";
        pages.postAsStranger("/tweetups/" + tea + "/comments", "name", "Una", "email", email, "body", "Let me in");
        pages.postAsStranger(mailbox.link(email, 1) + "/confirmation");

        assertThat(told(cerys, "HELD", 1)).hasSize(1);
        assertThat(told(tom, "HELD", 1)).hasSize(1);
        String mail = Mailbox.text(mailbox.mails(cerys.email(), 1).get(0));
        assertThat(mail).contains("Una, a guest, commented on “Tea”", "Let me in", "/guest-comments");
    }

    @Test
    void whoIsAskedAndHasNotAnsweredIsToldThatAPollClosesSoon() {
        Someone nia = community.librarian("Nia Rees", Community.CARDIFF);
        Someone late = community.librarian("Late Lowri", Community.CARDIFF);
        long idea = community.idea("When?", Community.CARDIFF, cerys);
        community.hold(idea, community.group("Asked", Community.CARDIFF, tom, nia));
        long poll = community.datePoll(idea);
        jdbc.sql("update poll set closes_at = now() + interval '20 hours' where id = ?")
                .param(poll)
                .update();
        pages.post(
                "/tweetups/" + idea + "/polls/" + poll + "/votes",
                nia,
                "option-" + community.options(poll).get(0),
                "no");

        plans.on(new PollClosesSoon(idea, poll));
        plans.on(new PollClosesSoon(idea, poll));

        assertThat(community.told(tom, "POLL_CLOSING")).containsExactly("poll-closing:" + poll);
        assertThat(community.told(cerys, "POLL_CLOSING")).hasSize(1);
        assertThat(community.told(nia, "POLL_CLOSING")).isEmpty();
        pages.post("/tweetups/" + idea + "/polls/" + poll + "/close", cerys);
        community.hold(idea, community.group("Asked late", Community.CARDIFF, late));
        plans.on(new PollClosesSoon(idea, poll));
        assertThat(community.told(late, "POLL_CLOSING")).isEmpty();
    }

    /** @return the guest's address, by which the second mail after this comes: the first two are the links */
    private String guestVote(long idea, long poll, String first, String second) throws Exception {
        String email = Community.unique("guest") + "@example.org";
        List<Long> options = community.options(poll);
        pages.postAsStranger(
                "/tweetups/" + idea + "/polls/" + poll + "/votes",
                "name",
                "Una",
                "email",
                email,
                "option-" + options.get(0),
                first,
                "option-" + options.get(1),
                second);
        pages.postAsStranger(mailbox.link(email, 1) + "/confirmation");
        mailbox.mails(email, 2);
        return email;
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void guestsWhoOnlyVotedAreToldOfTheDateOnceAndOfACancellation() throws Exception {
        long idea = community.idea("When?", Community.CARDIFF, cerys);
        long poll = community.datePoll(idea);
        String can = guestVote(idea, poll, "yes", "no");
        String cannot = guestVote(idea, poll, "no", "yes");

        pages.post(
                "/tweetups/" + idea + "/polls/" + poll + "/options/"
                        + community.options(poll).get(0) + "/choice",
                cerys);
        assertThat(mailbox.mails(can, 3).get(2).getSubject()).isEqualTo("Are you coming? When?");
        assertThat(mailbox.mails(cannot, 3).get(2).getSubject()).isEqualTo("There is a date: When?");
        assertThat(pages.get(mailbox.link(cannot, 3)).text("h1")).isEqualTo("Your answers");

        assertThat(pages.post("/tweetups/" + idea + "/cancellation", cerys, "because", "No room")
                        .status())
                .isEqualTo(303);
        for (String email : List.of(can, cannot)) {
            assertThat(mailbox.mails(email, 4))
                    .hasSize(4)
                    .last()
                    .matches(mail -> subject(mail).equals("Cancelled: When?"));
        }
    }
}
