package org.shelfmates.notice.told;

import java.util.List;
import org.shelfmates.conversation.Subject;
import org.shelfmates.librarian.exchange.Exchanges;
import org.shelfmates.librarian.introduction.IntroductionAgreed;
import org.shelfmates.librarian.introduction.IntroductionAsked;
import org.shelfmates.notice.AfterCommit;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Telling;
import org.shelfmates.notice.Word;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells those whom somebody wants to be introduced, and who is introduced; of a "not now" nobody is told. */
@Component
class IntroductionsTold {

    private final JdbcClient jdbc;
    private final Audience audience;
    private final Notices notices;

    IntroductionsTold(JdbcClient jdbc, Audience audience, Notices notices) {
        this.jdbc = jdbc;
        this.audience = audience;
        this.notices = notices;
    }

    /** One of the two, and the name of the other. */
    private record Reader(long id, String other, long askedBy, String words, boolean byThird) {}

    /** Not where one of the three has blocked another meanwhile. */
    private List<Reader> readers(long introduction, String which) {
        return jdbc.sql("""
                        select x.id, l.name as other, i.asked_by, i.words, i.asked_by not in (i.one_id, i.other_id) as by_third
                        from introduction i
                        cross join lateral (values (i.one_id, i.other_id, i.one_answer), (i.other_id, i.one_id, i.other_answer))
                            x (id, other_id, answer)
                        join librarian l on l.id = x.other_id
                        where i.id = :id and i.live and""" + " " + which + " " + """
                             and not exists (select from block where blocker_id in (i.one_id, i.other_id, i.asked_by)
                                and blocked_id in (i.one_id, i.other_id, i.asked_by))""")
                .param("id", introduction)
                .query(Reader.class)
                .list();
    }

    @AfterCommit
    void on(IntroductionAsked event) {
        for (Reader reader : readers(event.id(), "not i.closed and x.answer is null")) {
            notices.tell(
                    telling(
                            Kind.INTRODUCTION_ASKED,
                            event.id(),
                            reader,
                            "/me/introductions",
                            reader.askedBy(),
                            Word.number(reader.byThird() ? 1 : 0),
                            Word.text(reader.words())),
                    List.of(reader.id()));
        }
    }

    @AfterCommit
    void on(IntroductionAgreed event) {
        for (Reader reader : readers(event.id(), "i.agreed_at is not null")) {
            notices.tell(
                    telling(
                            Kind.INTRODUCTION_AGREED,
                            event.id(),
                            reader,
                            Exchanges.pathOf(event.exchangeId()),
                            event.by()),
                    List.of(reader.id()));
        }
    }

    private Telling telling(Kind kind, long introduction, Reader reader, String path, long actor, Word... words) {
        return new Telling(
                kind,
                new Subject("introduction", introduction),
                (kind == Kind.INTRODUCTION_ASKED ? "introduction:" : "introduced:") + introduction,
                reader.other(),
                path,
                audience.actor(actor),
                List.of(words));
    }
}
