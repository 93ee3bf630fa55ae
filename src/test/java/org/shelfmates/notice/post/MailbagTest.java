package org.shelfmates.notice.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class MailbagTest {

    private static final Instant LATER = Instant.now().plus(Duration.ofDays(2));

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Mailbag mailbag;

    /** What becomes of a second try; the mail's number comes with it. */
    private record End(Mailbag mailbag, long mail) {}

    static Stream<Consumer<End>> ends() {
        return Stream.of(
                end -> end.mailbag.tryAgain(Queue.NOTICES, end.mail, LATER, "421 later"),
                end -> end.mailbag.sent(Queue.NOTICES, List.of(end.mail), LATER),
                end -> end.mailbag.putOff(Queue.NOTICES, List.of(end.mail), LATER),
                end -> end.mailbag.drop(Queue.NOTICES, List.of(end.mail)));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void whatCameBackDuringASecondTryStaysGivenUp(Consumer<End> end) {
        long mail = jdbc.sql("""
                        insert into notice (librarian_id, kind, subject, key, actor_name, title, path, words, created_at, mail,
                            mail_at) values (?, 'JOINED', 'group:1', ?, '', 'Tea', '/', '', now(), 'DUE', ?) returning id""")
                .params(
                        community.librarian("Tom Prosser", Community.CARDIFF).id(),
                        Community.unique("key"),
                        Timestamp.from(LATER))
                .query(Long.class)
                .single();
        mailbag.bounced(mail, "550 no such user");
        end.accept(new End(mailbag, mail));

        assertThat(jdbc.sql("select mail || ' ' || mail_error || ' ' || mail_tries from notice where id = ?")
                        .param(mail)
                        .query(String.class)
                        .single())
                .isEqualTo("DEAD 550 no such user 0");
    }
}
