package org.shelfmates.notice.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.conversation.Subject;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Telling;
import org.shelfmates.notice.Word;
import org.shelfmates.support.Community;
import org.shelfmates.support.Pages;
import org.springframework.beans.factory.annotation.Autowired;

/** Mails are an answer on the board of a group as long as whoever sends them is a member. */
class BoardAnswersTest extends InboundCase {

    @Autowired
    Pages pages;

    private String group;
    private long post;

    @BeforeEach
    void somebodyWhoWasToldOfAnAnswerOnABoardOfMembers() {
        group = community.group("Readers", Community.CARDIFF, cerys, tom);
        community.organise(group, cerys);
        community.admit(group, "ASK");
        post = community.boardPost(group, cerys, "A room?");
        long comment = Long.parseLong(
                pages.post("/groups/" + group + "/board/" + post + "/comments", cerys, "body", "Anybody?")
                        .location()
                        .replaceAll(".*#comment-", ""));
        notices.tell(
                new Telling(
                        Kind.REPLY,
                        new Subject("board", post),
                        "comment:" + comment,
                        "A room?",
                        "/groups/" + group + "/board/" + post + "/a-room",
                        new Telling.Actor(cerys.id(), cerys.name()),
                        List.of(Word.text("Anybody?"))),
                List.of(tom.id()));
        address = addressOf(noticeOf("librarian_id", tom.id()));
    }

    private List<String> answers() {
        return jdbc.sql("select body from comment c join thread t on t.id = c.thread_id"
                        + " where t.subject = 'board:' || ? order by c.id")
                .param(post)
                .query(String.class)
                .list();
    }

    @Test
    void aMembersMailIsAnAnswer() throws Exception {
        arrives(answer("I have one"));

        assertThat(answers()).containsExactly("Anybody?", "I have one");
    }

    @Test
    void whoLeftOrWasRemovedAnswersNoMore() throws Exception {
        pages.post("/groups/" + group + "/leave", tom);
        arrives(answer("I have one"));

        assertThat(answers()).containsExactly("Anybody?");
        assertThat(waiting()).isZero();
    }
}
