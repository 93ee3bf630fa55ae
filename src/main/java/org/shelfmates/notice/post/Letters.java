package org.shelfmates.notice.post;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shelfmates.notice.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The notices whose mails are due, with all that is written of them, in one statement. */
@Service
class Letters {

    private final JdbcClient jdbc;

    Letters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return at most so many, the longest due first */
    @Transactional
    public List<Letter> claim(Instant now, int most) {
        return jdbc.sql("""
                        with claimed as (
                            update notice set mail_at = :until, mail_tries = mail_tries + 1 where id in (
                                select id from notice where mail = 'DUE' and mail_at <= :now and kind = any(:known::text[])
                                order by mail_at, id limit :most for update skip locked)
                            returning *)
                        select n.id, n.kind, n.subject, n.actor_name, n.title, n.path, n.words, n.mail_tries,
                            n.librarian_id, n.guest_id, e.email,
                            case when n.guest_id is null then coalesce(r.language, 'en-GB') else coalesce(
                                (select w.language from guest_wish w where w.guest_id = n.guest_id
                                    order by w.id desc limit 1),
                                (select b.language from ballot b where b.guest_id = n.guest_id
                                    order by b.id desc limit 1),
                                (select c.language from guest_comment c where c.guest_id = n.guest_id
                                    order by c.id desc limit 1),
                                (select u.language from appeal_suggestion u where u.guest_id = n.guest_id
                                    order by u.id desc limit 1), 'en-GB') end as language,
                            case when coalesce(s.channel, 'AT_ONCE') <> 'AT_ONCE' then 'SETTING'
                                when e.email is null or e.confirmed_at is null then 'UNCONFIRMED'
                                when exists (select from mail_refused f where f.email = lower(e.email)) then 'REFUSED'
                                end as unwanted,
                            t.id as tweetup, t.starts_at, t.ends_at, t.venue, t.state, t.version, answered.id as answered
                        from claimed n
                        left join account a on a.id = n.librarian_id left join guest g on g.id = n.guest_id
                        cross join lateral (select coalesce(a.email, g.email) as email,
                            coalesce(a.email_confirmed_at, g.confirmed_at) as confirmed_at) e
                        left join notice_reader r on r.librarian_id = n.librarian_id
                        left join notice_setting s on s.kind = n.kind
                            and (s.librarian_id = n.librarian_id or s.guest_id = n.guest_id)
                        left join tweetup t on t.starts_at is not null
                            and t.id = case when n.subject like 'tweetup:%' then split_part(n.subject, ':', 2)::bigint end
                        left join comment c on c.parent_id is not null
                            and c.id = case when n.key like 'comment:%' then split_part(n.key, ':', 2)::bigint end
                        left join notice answered on answered.key = 'comment:' || c.parent_id
                            and (answered.librarian_id = n.librarian_id or answered.guest_id = n.guest_id)
                            and (answered.mail = 'DUE' or answered.mail = 'SENT' and answered.mail_tries > 0)
                        order by n.id""")
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(Mailbag.CLAIM)))
                .param("known", Kind.known())
                .param("most", most)
                .query(Letters::letter)
                .list();
    }

    private static Letter letter(ResultSet row, int n) throws SQLException {
        String unwanted = row.getString("unwanted");
        String email = row.getString("email");
        return new Letter(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("actor_name"),
                row.getString("title"),
                row.getString("path"),
                row.getString("words"),
                row.getInt("mail_tries"),
                row.getObject("librarian_id", Long.class),
                row.getObject("guest_id", Long.class),
                email == null ? "" : email,
                Locale.forLanguageTag(row.getString("language")),
                unwanted == null ? null : Claimed.Unwanted.valueOf(unwanted),
                row.getObject("answered", Long.class),
                event(row));
    }

    private static Letter.@Nullable Event event(ResultSet row) throws SQLException {
        Long tweetup = row.getObject("tweetup", Long.class);
        return tweetup == null
                ? null
                : new Letter.Event(
                        tweetup,
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant(),
                        row.getString("venue"),
                        row.getString("state").equals("CANCELLED"),
                        row.getInt("version"));
    }
}
