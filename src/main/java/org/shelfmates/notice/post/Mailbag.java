package org.shelfmates.notice.post;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of mails that are due. Whoever sends some claims them first, by putting them off, and goes on putting them off
 * for as long as sending takes: no other instance sends them meanwhile, and when this one dies they are due again soon. One
 * that came back while it was sent once more stays given up.
 */
@Service
public class Mailbag {

    /** From a renewal to the end of a claim: long enough for some renewals to fail ({@link Postman#renew}). */
    static final Duration CLAIM = Duration.ofMinutes(2);

    private static final int LONGEST_ERROR = 500;

    private final JdbcClient jdbc;

    Mailbag(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** They are still being sent. */
    @Transactional
    public void renew(Queue queue, Collection<Long> mails, Instant now) {
        jdbc.sql(queue.update("mail_at = :until where id = any(:ids::bigint[]) and mail = 'DUE'"))
                .param("until", Timestamp.from(now.plus(CLAIM)))
                .param("ids", array(mails))
                .update();
    }

    /** They are with a mail server. */
    @Transactional
    public void sent(Queue queue, Collection<Long> mails, Instant now) {
        jdbc.sql(queue.update("mail = 'SENT', mail_at = null, mail_error = '', sent_at = :now"
                        + " where id = any(:ids::bigint[]) and mail = 'DUE'"))
                .param("now", Timestamp.from(now))
                .param("ids", array(mails))
                .update();
    }

    /** They are not to be sent by mail any more. */
    @Transactional
    public void drop(Queue queue, Collection<Long> mails) {
        jdbc.sql(queue.update("mail = 'NONE', mail_at = null where id = any(?::bigint[]) and mail = 'DUE'"))
                .param(array(mails))
                .update();
    }

    /** They wait for their turn, which counts as no try. */
    @Transactional
    public void putOff(Queue queue, Collection<Long> mails, Instant until) {
        jdbc.sql(queue.update(
                        "mail_at = ?, mail_tries = mail_tries - 1" + " where id = any(?::bigint[]) and mail = 'DUE'"))
                .params(Timestamp.from(until), array(mails))
                .update();
    }

    /** It was not accepted, and is tried again. */
    @Transactional
    public void tryAgain(Queue queue, long mail, Instant at, String error) {
        jdbc.sql(queue.update("mail_at = ?, mail_error = ? where id = ? and mail = 'DUE'"))
                .params(Timestamp.from(at), cut(error), mail)
                .update();
    }

    /** It is given up, until an administrator sends it again. */
    @Transactional
    public void giveUp(Queue queue, long mail, String error) {
        jdbc.sql(queue.update("mail = 'DEAD', mail_at = null, mail_error = ? where id = ?"))
                .params(cut(error), mail)
                .update();
    }

    /** The mail of a notice came back: an administrator sees it, and can send it again. */
    @Transactional
    public void bounced(long notice, String why) {
        giveUp(Queue.NOTICES, notice, why);
    }

    /** Nothing more goes to an address that does not exist. */
    @Transactional
    public void refuse(String email, String why, Instant now) {
        jdbc.sql("insert into mail_refused (email, refused_at, why) values (?, ?, ?) on conflict do nothing")
                .params(email.toLowerCase(Locale.ROOT), Timestamp.from(now), cut(why))
                .update();
    }

    /** Which of these addresses a server refused before, in small letters. */
    @Transactional(readOnly = true)
    public Set<String> refused(List<String> emails) {
        return emails.isEmpty()
                ? Set.of()
                : jdbc.sql("select email from mail_refused where email in (:emails)")
                        .param(
                                "emails",
                                emails.stream()
                                        .map(one -> one.toLowerCase(Locale.ROOT))
                                        .toList())
                        .query(String.class)
                        .set();
    }

    private static String array(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static String cut(String error) {
        String line = error.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > LONGEST_ERROR ? line.substring(0, LONGEST_ERROR) : line;
    }
}
