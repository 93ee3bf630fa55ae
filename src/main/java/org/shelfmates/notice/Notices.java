package org.shelfmates.notice;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what people are told, each once, as they have chosen: on the site, and by mail. Telling again tells nobody
 * who has been told, so it may follow from an event that comes twice.
 */
@Service
public class Notices {

    private static final String ROW = """
            insert into notice (%1$s, kind, subject, key, actor_id, actor_name, title, path, words, created_at, read_at,
                mail, mail_at)
            select p.id, :kind, :subject, :key, :actor, :name, :title, :path, :words, :now,
                case when :read then :now::timestamptz end, m.mail, case when m.mail = 'DUE' then :now::timestamptz end
            from unnest(:people::bigint[]) as p(id)
            """;

    private static final String FOR_LIBRARIANS = ROW.formatted("librarian_id") + """
            join librarian l on l.id = p.id join account a on a.id = p.id
            left join notice_setting s on s.librarian_id = p.id and s.kind = :kind
            cross join lateral (select coalesce(s.channel, :standard) as channel) c
            cross join lateral (select case c.channel when 'SITE' then 'NONE' when 'AT_ONCE' then 'DUE' else c.channel end
                as wanted) w
            cross join lateral (select case when a.email_confirmed_at is null then 'NONE' else w.wanted end as mail) m
            where c.channel <> 'OFF' and p.id is distinct from :actor and not exists (select from block
                where (blocker_id, blocked_id) in ((p.id, :actor), (:actor, p.id)))
            on conflict do nothing returning mail
            """;

    private static final String FOR_GUESTS = ROW.formatted("guest_id") + """
            join guest g on g.id = p.id and g.email is not null and g.confirmed_at is not null
            left join notice_setting s on s.guest_id = p.id and s.kind = :kind
            cross join (select 'DUE' as mail) m
            where coalesce(s.channel, 'AT_ONCE') = 'AT_ONCE'
            on conflict do nothing returning mail
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notices(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Tells librarians, except who did it, and those of whom one has blocked the other. */
    @Transactional
    public void tell(Telling telling, Collection<Long> librarians) {
        tell(telling, librarians, List.of());
    }

    /** Tells librarians and guests, who have no page for it on the site and are told by mail. */
    @Transactional
    public void tell(Telling telling, Collection<Long> librarians, Collection<Long> guests) {
        boolean due = write(FOR_LIBRARIANS, telling, librarians) | write(FOR_GUESTS, telling, guests);
        if (due) {
            events.publishEvent(new MailsDue(telling.kind()));
        }
    }

    /** What everybody was told of a key is said in other words from now on, on the site and in mails that are not sent yet. */
    @Transactional
    public void reword(String key, List<Word> words) {
        jdbc.sql("update notice set words = ? where key = ?")
                .params(Word.keep(words), key)
                .update();
    }

    /** @return whether there are mails to be sent at once */
    private boolean write(String insert, Telling telling, Collection<Long> people) {
        if (people.isEmpty()) {
            return false;
        }
        Telling.Actor actor = telling.actor();
        return jdbc.sql(insert)
                .param("kind", telling.kind().name())
                .param("subject", telling.subject().toString())
                .param("key", telling.key())
                .param("actor", actor == null ? null : actor.librarianId(), Types.BIGINT)
                .param("name", actor == null ? "" : actor.name())
                .param("title", telling.title())
                .param("path", telling.path())
                .param("words", Word.keep(telling.words()))
                .param("standard", telling.kind().standard().name())
                .param("read", telling.kind().readAtOnce())
                .param("now", Timestamp.from(clock.instant()))
                .param("people", people.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                .query(String.class)
                .list()
                .contains("DUE");
    }
}
