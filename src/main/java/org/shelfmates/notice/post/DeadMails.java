package org.shelfmates.notice.post;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.MailQueued;
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
    private static final Timestamp LATEST = Timestamp.from(Instant.parse("9999-12-31T00:00:00Z"));

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeadMails(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A mail of either queue.
     *
     * @param direct whether it is no notice
     * @param name the message that says of what kind it is
     * @param title of what a notice is about, else empty
     * @param email empty where there is none any more
     */
    record DeadMail(
            boolean direct,
            long id,
            String name,
            String title,
            String email,
            int tries,
            String error,
            Instant createdAt) {

        /** Where it is sent again. */
        public String resending() {
            return "/admin/mails/" + (direct ? "direct/" : "") + id + "/resending";
        }

        /** Different from that of all others on the page. */
        public String key() {
            return (direct ? "direct-" : "") + id;
        }
    }

    /** @param next the key of the page after this one, or null at the end */
    record Listing(List<DeadMail> mails, @Nullable PageKey next) {}

    /** Newest first. */
    @Transactional(readOnly = true)
    Listing page(@Nullable PageKey key) {
        List<DeadMail> mails = jdbc.sql("""
                        select * from (
                            (select false as direct, n.id, 'notice.' || n.kind || '.name' as name, n.title,
                                coalesce(a.email, g.email, '') as email, n.mail_tries, n.mail_error, n.created_at
                            from notice n left join account a on a.id = n.librarian_id left join guest g on g.id = n.guest_id
                            where n.mail = 'DEAD' and n.kind = any(:known::text[])
                                and (n.created_at, false, n.id) < (:time, :direct, :id)
                            order by n.created_at desc, n.id desc limit :limit)
                            union all
                            (select true, m.id, 'mail.' || m.kind || '.name', '', m.email, m.mail_tries, m.mail_error,
                                m.created_at
                            from direct_mail m
                            where m.mail = 'DEAD' and (m.created_at, true, m.id) < (:time, :direct, :id)
                            order by m.created_at desc, m.id desc limit :limit)) x
                        order by created_at desc, direct desc, id desc limit :limit""")
                .param("known", Kind.known())
                .param("time", key == null ? LATEST : Timestamp.from(key.instant(0)))
                .param("direct", key == null || key.number(1) > 0)
                .param("id", key == null ? Long.MAX_VALUE : key.number(2))
                .param("limit", ROWS + 1)
                .query((row, n) -> new DeadMail(
                        row.getBoolean("direct"),
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("title"),
                        row.getString("email"),
                        row.getInt("mail_tries"),
                        row.getString("mail_error"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
        boolean more = mails.size() > ROWS;
        List<DeadMail> shown = more ? mails.subList(0, ROWS) : mails;
        return new Listing(shown, more ? key(shown.get(ROWS - 1)) : null);
    }

    private static PageKey key(DeadMail last) {
        return PageKey.of(last.createdAt(), last.direct() ? 1 : 0, last.id());
    }

    /**
     * Has the mail of a notice sent again, with all its tries, also to an address that was refused before. One that is not given up any
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

    /**
     * The same for a mail that is no notice. Where the same was asked for again meanwhile, that one is sent.
     *
     * @throws NotFoundException when there is none of this id
     */
    @Transactional
    public void resendDirect(long id) {
        String kind = jdbc.sql("select kind from direct_mail where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElseThrow(NotFoundException::new);
        jdbc.sql(
                        "delete from mail_refused where email in (select lower(email) from direct_mail where id = ? and mail = 'DEAD')")
                .param(id)
                .update();
        jdbc.sql("""
                        update direct_mail m set mail = 'NONE' where id = ? and mail = 'DEAD' and exists (
                            select from direct_mail o where o.kind = m.kind and o.about = m.about and o.mail = 'DUE')""").param(id).update();
        int due = jdbc.sql(
                        "update direct_mail set mail = 'DUE', mail_at = :now, mail_tries = 0 where id = :id and mail = 'DEAD'")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        if (due > 0) {
            events.publishEvent(new MailQueued(kind));
        }
    }
}
