package org.shelfmates.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mails that are no notices: they answer what somebody just did, mostly with a link. Here they are asked for, with what
 * finds their content again; it is written by a {@link DirectWriter} when they are sent, so that no secret waits in a table.
 */
@Service
public class DirectMails {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DirectMails(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Has a mail sent. One that waits already is not asked for twice; when it failed before, it is tried anew.
     *
     * @param kind of a {@link DirectWriter}
     * @param language of whom it is for, as far as who asks knows
     * @param about the ids that the writer needs
     */
    @Transactional
    public void send(String kind, Locale language, long... about) {
        jdbc.sql("""
                        insert into direct_mail as m (kind, about, language, created_at, mail, mail_at)
                        values (:kind, :about, :language, :now, 'DUE', :now)
                        on conflict (kind, about) where mail = 'DUE'
                            do update set mail_at = excluded.mail_at, mail_tries = 0 where m.mail_error <> ''""")
                .param("kind", kind)
                .param("about", LongStream.of(about).mapToObj(Long::toString).collect(Collectors.joining(" ")))
                .param("language", language.toLanguageTag())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new MailQueued(kind));
    }
}
