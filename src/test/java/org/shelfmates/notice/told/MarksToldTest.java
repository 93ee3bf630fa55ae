package org.shelfmates.notice.told;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.conversation.AnswerMarked;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.AopTestUtils;

/** Who is told of an answer in a private conversation, when the listener runs on this thread. */
@ShelfmatesTest
class MarksToldTest {

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MarksTold marks;

    private Someone cerys;
    private Someone tom;
    private long exchange;

    @BeforeEach
    void aConversation() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Price", Community.BANGOR);
        exchange = community.exchange(cerys, tom);
        jdbc.sql("insert into thread (subject) values (?) on conflict do nothing")
                .param("exchange:" + exchange)
                .update();
    }

    private long say(Someone author, @Nullable Long above) {
        return jdbc.sql("""
                        insert into comment (id, thread_id, parent_id, path, author_id, body, question, created_at)
                        select id, (select id from thread where subject = :subject), :above,
                            coalesce((select path from comment where comment.id = :above), '{}') || id, :author, 'Tea?',
                            :above is null, now()
                        from nextval('comment_seq') as id returning id""")
                .param("subject", "exchange:" + exchange)
                .param("above", above, java.sql.Types.BIGINT)
                .param("author", author.id())
                .query(Long.class)
                .single();
    }

    private void mark(long question, long answer, Someone by) {
        jdbc.sql("update comment set answer_id = ? where id = ?")
                .params(answer, question)
                .update();
        MarksTold listener = AopTestUtils.getTargetObject(marks);
        listener.on(new AnswerMarked(question, answer, by.id()));
    }

    @Test
    void ofAPrivateConversationTheOtherIsTold() {
        long question = say(cerys, null);
        long answer = say(tom, question);

        mark(question, answer, cerys);

        assertThat(community.told(tom, "MARKED")).containsExactly("answer:" + question + ":" + answer);
        assertThat(community.told(cerys, "ANSWER")).isEmpty();
        assertThat(jdbc.sql("select path from notice where librarian_id = ? and kind = 'MARKED'")
                        .param(tom.id())
                        .query(String.class)
                        .list())
                .containsExactly("/conversations/" + exchange + "#comment-" + answer);
    }

    @Test
    void nobodyOutsideOfItIsToldWhateverStandsThere() {
        Someone outsider = community.librarian("Owen Outsider", Community.CARDIFF);
        long question = say(cerys, null);
        long answer = say(outsider, question);
        long asked = say(outsider, null);

        mark(question, answer, cerys);
        mark(asked, say(tom, asked), cerys);
        mark(asked, say(tom, asked), outsider);

        assertThat(community.told(outsider, "MARKED")).isEmpty();
        assertThat(community.told(outsider, "ANSWER")).isEmpty();
        assertThat(community.told(tom, "MARKED")).hasSize(1);
    }
}
