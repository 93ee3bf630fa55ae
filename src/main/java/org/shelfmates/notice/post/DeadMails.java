package org.shelfmates.notice.post;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.MailsDue;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PageKey;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails that were given up, for an administrator. */
@Service
class DeadMails {

    private static final int ROWS = 50;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeadMails(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @param email empty where there is none any more */
    record DeadMail(long id, Kind kind, String title, String email, int tries, String error, Instant createdAt) {}

    /** @param next the key of the page after this one, or null at the end */
    record Listing(List<DeadMail> mails, @Nullable PageKey next) {}

    /** Newest first. */
    @Transactional(readOnly = true)
    Listing page(@Nullable PageKey key) {
        List<DeadMail> mails = jdbc.sql("""
                        select n.id, n.kind, n.title, coalesce(a.email, g.email, '') as email, n.mail_tries, n.mail_error,
                            n.created_at
                        from notice n left join account a on a.id = n.librarian_id left join guest g on g.id = n.guest_id
                        where n.mail = 'DEAD' and n.id < :before and n.kind = any(:known::text[]) order by n.id desc limit :limit""")
                .param("known", Kind.known())
                .param("before", key == null ? Long.MAX_VALUE : key.number(0))
                .param("limit", ROWS + 1)
                .query((row, n) -> new DeadMail(
                        row.getLong("id"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        row.getString("email"),
                        row.getInt("mail_tries"),
                        row.getString("mail_error"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
        boolean more = mails.size() > ROWS;
        List<DeadMail> shown = more ? mails.subList(0, ROWS) : mails;
        return new Listing(shown, more ? PageKey.of(shown.get(ROWS - 1).id()) : null);
    }

    /**
     * Has a mail sent again, with all its tries, also to an address that was refused before. One that is not given up any
     * more is left as it is.
     *
     * @throws NotFoundException when there is none of this id
     */
    @Transactional
    public void resend(long id) {
        jdbc.sql("select id from notice where id = ?")
                .param(id)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFoundException::new);
        jdbc.sql("""
                        delete from mail_refused where email in (select lower(coalesce(a.email, g.email)) from notice n
                            left join account a on a.id = n.librarian_id left join guest g on g.id = n.guest_id
                            where n.id = ? and n.mail = 'DEAD')""").param(id).update();
        int due = jdbc.sql(
                        "update notice set mail = 'DUE', mail_at = :now, mail_tries = 0 where id = :id and mail = 'DEAD'")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        if (due > 0) {
            events.publishEvent(new MailsDue(Kind.valueOf(jdbc.sql("select kind from notice where id = ?")
                    .param(id)
                    .query(String.class)
                    .single())));
        }
    }
}
