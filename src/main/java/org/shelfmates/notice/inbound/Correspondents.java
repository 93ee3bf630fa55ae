package org.shelfmates.notice.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.notice.Kind;
import org.shelfmates.web.Token;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** To whom the mails went that come back or are answered. */
@Service
class Correspondents {

    private static final String PERSON = """
            select n.id as notice, n.librarian_id, n.guest_id, coalesce(a.email, g.email) as email, a.handle,
                case when n.key ~ '^comment:[0-9]{1,18}$' and n.kind = any(:answerable::text[])
                    then split_part(n.key, ':', 2)::bigint end as comment,
                coalesce(r.language, (select c.language from guest_comment c where c.guest_id = n.guest_id
                        order by c.id desc limit 1),
                    (select w.language from guest_wish w where w.guest_id = n.guest_id order by w.id desc limit 1),
                    (select b.language from ballot b where b.guest_id = n.guest_id order by b.id desc limit 1),
                    'en-GB') as language
            from notice n left join account a on a.id = n.librarian_id left join guest g on g.id = n.guest_id
            left join notice_reader r on r.librarian_id = n.librarian_id
            where coalesce(a.email_confirmed_at, g.confirmed_at) is not null and coalesce(a.email, g.email) is not null
                and n.id =\s""";

    private final JdbcClient jdbc;

    Correspondents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody, by their present address, and the mail that they got.
     *
     * @param handle null for a guest
     * @param comment that the mail told of; null where it told of something else
     */
    record Correspondent(
            long notice,
            @Nullable Long librarianId,
            @Nullable Long guestId,
            String email,
            @Nullable String handle,
            @Nullable Long comment,
            Locale language) {

        private static Correspondent of(ResultSet row, int n) throws SQLException {
            return new Correspondent(
                    row.getLong("notice"),
                    row.getObject("librarian_id", Long.class),
                    row.getObject("guest_id", Long.class),
                    row.getString("email"),
                    row.getString("handle"),
                    row.getObject("comment", Long.class),
                    Locale.forLanguageTag(row.getString("language")));
        }
    }

    /** By the address at which the mail is answered, and comes back. */
    @Transactional(readOnly = true)
    public Optional<Correspondent> byReplyToken(String token) {
        return jdbc.sql(PERSON + "(select notice_id from notice_reply where token_hash = :hash)")
                .param("hash", Token.hash(token))
                .param("answerable", Kind.answerableNames())
                .query(Correspondent::of)
                .optional();
    }

    /** By the mail that they got; empty when they have no confirmed address any more, or the notice is gone. */
    @Transactional(readOnly = true)
    public Optional<Correspondent> byNotice(long notice) {
        return jdbc.sql(PERSON + ":notice")
                .param("notice", notice)
                .param("answerable", Kind.answerableNames())
                .query(Correspondent::of)
                .optional();
    }

    /**
     * Whoever got a mail.
     *
     * @param notice null for a digest
     */
    record Recipient(String email, @Nullable Long notice) {}

    /** By the link in the mail that stops its kind: a notice's or a digest's. */
    @Transactional(readOnly = true)
    public Optional<Recipient> byStopToken(String token) {
        return jdbc.sql("""
                        select coalesce(a.email, g.email) as email, n.id as notice
                        from notice_link k join notice n on n.id = k.notice_id
                        left join account a on a.id = n.librarian_id left join guest g on g.id = n.guest_id
                        where k.token_hash = :hash and coalesce(a.email, g.email) is not null
                        union all
                        select a.email, null from digest_link d join account a on a.id = d.librarian_id
                        where d.token_hash = :hash""")
                .param("hash", Token.hash(token))
                .query(Recipient.class)
                .optional();
    }
}
