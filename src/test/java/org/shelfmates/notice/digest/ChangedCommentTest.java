package org.shelfmates.notice.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.conversation.Subject;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Telling;
import org.shelfmates.notice.Word;
import org.shelfmates.support.Community;
import org.shelfmates.support.Pages.Page;

/** What was said and is not said any more is in no notice, and in no mail that is still to be sent. */
class ChangedCommentTest extends DigestCase {

    private long tweetup;
    private long comment;

    @BeforeEach
    void aCommentThatSomebodyWasToldOf() {
        tweetup = community.tweetup("Tea", Community.CARDIFF, gwen, null);
        comment = said("Teh secret");
        await().until(() -> told().equals(List.of("comment:" + comment)));
        assertThat(words("comment:" + comment)).isEqualTo("=Teh secret");
        assertThat(waiting()).isEqualTo("DAILY");
    }

    private long said(String body) {
        Page posted = pages.post("/tweetups/" + tweetup + "/comments", tom, "body", body);
        return Long.parseLong(posted.location().replaceAll(".*#comment-", ""));
    }

    private List<String> told() {
        return community.told(gwen, "COMMENT");
    }

    private String page() {
        return pages.get("/me/notices", gwen).text("main");
    }

    private void mark(long question, long answer, String asked, String answered) {
        notices.tell(
                new Telling(
                        Kind.ANSWER,
                        new Subject("tweetup", tweetup),
                        "answer:" + question + ":" + answer,
                        "Tea",
                        "/tweetups/" + tweetup,
                        null,
                        List.of(Word.text(asked), Word.text(answered))),
                List.of(gwen.id()));
    }

    @Test
    void ofADeletedCommentNothingIsLeftAndNothingIsMailed() {
        pages.post("/comments/" + comment + "/deletion", tom);
        await().until(() -> told().isEmpty());
        deliver(tuesday, "09:00");

        assertThat(page()).doesNotContain("Tom Prosser commented");
        assertThat(mails(gwen)).isEmpty();
    }

    @Test
    void anEditedCommentIsToldAsItIsNow() {
        pages.post("/comments/" + comment + "/edit", tom, "body", "The news", "version", "1");

        await().until(() -> words("comment:" + comment).equals("=The news"));
    }

    @Test
    void soIsWhatIsSaidOfAQuestionAndItsAnswer() {
        long other = said("Four");
        mark(comment, other, "Teh secret", "Four");
        mark(other, comment + 1_000_000, "Four", "Another");
        pages.post("/comments/" + comment + "/edit", tom, "body", "The question", "version", "1");
        await().until(() -> words("answer:" + comment + ":" + other).equals("=The question\u001f=Four"));

        pages.post("/comments/" + comment + "/deletion", tom);

        await().until(() ->
                community.told(gwen, "ANSWER").equals(List.of("answer:" + other + ":" + (comment + 1_000_000))));
    }

    private String words(String key) {
        return jdbc.sql("select words from notice where key = ? and librarian_id = ?")
                .params(key, gwen.id())
                .query(String.class)
                .single();
    }
}
