package org.shelfmates.notice.post;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shelfmates.notice.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mails that are due. Whoever sends some claims them first, by putting them off for longer than sending can take: no
 * other instance sends them meanwhile, and when this one dies they are due again.
 */
@Service
public class Mailbag {

    /** More than a batch takes when every step of every mail runs into its timeout. */
    public static final Duration CLAIM = Duration.ofMinutes(20);

    private static final int LONGEST_ERROR = 500;

    private final JdbcClient jdbc;

    Mailbag(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return at most so many, the longest due first */
    @Transactional
    List<Letter> claim(Instant now, int most) {
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
                                    order by c.id desc limit 1), 'en-GB') end as language,
                            case when coalesce(s.channel, 'AT_ONCE') <> 'AT_ONCE' then 'SETTING'
                                when e.email is null or e.confirmed_at is null then 'UNCONFIRMED'
                                when exists (select from mail_refused f where f.email = lower(e.email)) then 'REFUSED'
                                end as unwanted,
                            t.id as tweetup, t.starts_at, t.ends_at, t.venue, t.state, t.version
                        from claimed n
                        left join account a on a.id = n.librarian_id left join guest g on g.id = n.guest_id
                        cross join lateral (select coalesce(a.email, g.email) as email,
                            coalesce(a.email_confirmed_at, g.confirmed_at) as confirmed_at) e
                        left join notice_reader r on r.librarian_id = n.librarian_id
                        left join notice_setting s on s.kind = n.kind
                            and (s.librarian_id = n.librarian_id or s.guest_id = n.guest_id)
                        left join tweetup t on t.starts_at is not null
                            and t.id = case when n.subject like 'tweetup:%' then split_part(n.subject, ':', 2)::bigint end
                        order by n.id""")
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(CLAIM)))
                .param("known", Kind.known())
                .param("most", most)
                .query(Mailbag::letter)
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
                unwanted == null ? null : Letter.Unwanted.valueOf(unwanted),
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

    /** They are with a mail server. */
    @Transactional
    public void sent(Collection<Long> notices, Instant now) {
        jdbc.sql("update notice set mail = 'SENT', mail_at = null, mail_error = '', sent_at = :now"
                        + " where id = any(:ids::bigint[])")
                .param("now", Timestamp.from(now))
                .param("ids", notices.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                .update();
    }

    /** It is not to be sent by mail any more. */
    @Transactional
    public void drop(long notice) {
        jdbc.sql("update notice set mail = 'NONE', mail_at = null where id = ?")
                .param(notice)
                .update();
    }

    /** It waits for its turn, which counts as no try. */
    @Transactional
    public void putOff(long notice, Instant until) {
        jdbc.sql("update notice set mail_at = ?, mail_tries = mail_tries - 1 where id = ?")
                .params(Timestamp.from(until), notice)
                .update();
    }

    /** It was not accepted, and is tried again. */
    @Transactional
    public void tryAgain(long notice, Instant at, String error) {
        jdbc.sql("update notice set mail_at = ?, mail_error = ? where id = ?")
                .params(Timestamp.from(at), cut(error), notice)
                .update();
    }

    /** It is given up, until an administrator sends it again. */
    @Transactional
    public void giveUp(long notice, String error) {
        jdbc.sql("update notice set mail = 'DEAD', mail_at = null, mail_error = ? where id = ?")
                .params(cut(error), notice)
                .update();
    }

    /** Nothing more goes to an address that does not exist. */
    @Transactional
    public void refuse(String email, String why, Instant now) {
        jdbc.sql("insert into mail_refused (email, refused_at, why) values (?, ?, ?) on conflict do nothing")
                .params(email.toLowerCase(Locale.ROOT), Timestamp.from(now), cut(why))
                .update();
    }

    private static String cut(String error) {
        String line = error.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > LONGEST_ERROR ? line.substring(0, LONGEST_ERROR) : line;
    }
}
