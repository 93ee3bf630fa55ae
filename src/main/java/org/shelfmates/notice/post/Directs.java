package org.shelfmates.notice.post;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shelfmates.notice.DirectWriter;
import org.shelfmates.notice.DirectWriter.Written;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mails that are due and no notices. */
@Service
class Directs {

    private final JdbcClient jdbc;
    private final Map<String, DirectWriter> writers = new HashMap<>();

    Directs(JdbcClient jdbc, List<DirectWriter> writers) {
        this.jdbc = jdbc;
        writers.forEach(writer -> writer.kinds().forEach(kind -> this.writers.put(kind, writer)));
    }

    /** One that waits to be written. */
    record Asked(long id, int tries, String kind, List<Long> about, Locale language) {}

    /** @return at most so many, the longest due first */
    @Transactional
    public List<Asked> claim(Instant now, int most) {
        return jdbc.sql("""
                        update direct_mail set mail_at = :until, mail_tries = mail_tries + 1 where id in (
                            select id from direct_mail where mail = 'DUE' and mail_at <= :now and kind in (:known)
                            order by mail_at, id limit :most for update skip locked)
                        returning id, mail_tries, kind, about, language""")
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(Mailbag.CLAIM)))
                .param("known", writers.keySet())
                .param("most", most)
                .query((row, n) -> new Asked(
                        row.getLong("id"),
                        row.getInt("mail_tries"),
                        row.getString("kind"),
                        Stream.of(row.getString("about").split(" "))
                                .map(Long::valueOf)
                                .toList(),
                        Locale.forLanguageTag(row.getString("language"))))
                .list();
    }

    /** @return empty when nobody needs it any more */
    Optional<Written> write(Asked asked) {
        DirectWriter writer = writers.get(asked.kind());
        return writer == null ? Optional.empty() : writer.write(asked.kind(), asked.about(), asked.language());
    }

    /** Notes where mails go, for who looks after those that fail. */
    @Transactional
    public void address(Collection<Direct> mails) {
        jdbc.sql("""
                        update direct_mail m set email = a.email
                        from unnest(:ids::bigint[], array[:emails]) as a(id, email) where m.id = a.id""")
                .param(
                        "ids",
                        mails.stream()
                                .map(mail -> String.valueOf(mail.id()))
                                .collect(Collectors.joining(",", "{", "}")))
                .param("emails", mails.stream().map(Direct::email).toList())
                .update();
    }
}
