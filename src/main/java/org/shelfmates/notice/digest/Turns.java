package org.shelfmates.notice.digest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.shelfmates.notice.Channel;
import org.shelfmates.notice.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose digest is due. Whoever sends one claims it first; what was not sent by an instance that died is due again. Nothing
 * counts as told before a mail server has it.
 */
@Service
class Turns {

    /** More than a batch takes when every step of every mail runs into its timeout. */
    private static final Duration CLAIM = Duration.ofMinutes(20);

    /** Those whose morning has come and whom nobody is writing to; {@code z} is when it came in each zone. */
    private static final String DUE = """
            from digest d join librarian l on l.id = d.librarian_id join account a on a.id = l.id
            join place p on p.id = l.place_id
            join unnest(:zones::text[], :mornings::timestamptz[]) as z (zone, due) on z.zone = p.zone
            left join notice_setting s on s.librarian_id = l.id and s.kind = 'DIGEST'
            left join notice_reader r on r.librarian_id = l.id
            where d.channel = :channel and d.told_until < z.due
                and (d.claimed_until is null or d.claimed_until <= :now)
            """;

    private static final String WANTED = """
             a.email_confirmed_at is not null
                and not exists (select from mail_refused f where f.email = lower(a.email))
                and (coalesce(s.channel, :standard) = :channel
                    or exists (select from notice n where n.mail = :channel and n.librarian_id = l.id))
            """;

    private final JdbcClient jdbc;

    Turns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The zones that people live in. */
    @Transactional(readOnly = true)
    public List<ZoneId> zones() {
        return jdbc
                .sql("select distinct p.zone from librarian l join place p on p.id = l.place_id")
                .query(String.class)
                .list()
                .stream()
                .map(ZoneId::of)
                .toList();
    }

    /**
     * Sees to all who get no mail: those seen for the first time, whose mornings begin now, and those for whom there is
     * nothing. What waits for a mail that its reader does not want any more, or has read on the site, waits no longer.
     *
     * @param mornings when it was last 8:00, by zone
     */
    @Transactional
    public void passOver(Channel channel, Map<ZoneId, Instant> mornings, Instant now) {
        jdbc.sql("""
                        insert into digest (librarian_id, channel, told_until)
                        select l.id, :channel, :now from librarian l where not exists (
                            select from digest d where d.librarian_id = l.id and d.channel = :channel)
                        order by l.id on conflict do nothing""")
                .param("channel", channel.name())
                .param("now", Timestamp.from(now))
                .update();
        // a receipt is written as read, and still waits for its mail
        jdbc.sql("""
                        update notice n set mail = 'NONE' where n.mail = :channel and (n.read_at > n.created_at or exists (
                            select from notice_setting s where s.librarian_id = n.librarian_id and s.kind = n.kind
                                and s.channel in ('SITE', 'OFF')))""").param("channel", channel.name()).update();
        bind(
                        jdbc.sql("with idle as (select d.librarian_id, z.due " + DUE + " and not (" + WANTED
                                + ") order by d.librarian_id for update of d skip locked)"
                                + " update digest d set told_until = i.due, claimed_until = null from idle i"
                                + " where d.librarian_id = i.librarian_id and d.channel = :channel"),
                        channel,
                        mornings,
                        now)
                .update();
    }

    /**
     * @param after the id of the librarian whose turn was claimed last, or 0
     * @return at most so many, by the ids of their librarians
     */
    @Transactional
    public List<Turn> claim(Channel channel, Map<ZoneId, Instant> mornings, Instant now, long after, int most) {
        return bind(
                        jdbc.sql(
                                "with waiting as (select d.librarian_id, z.due, d.told_until, a.email, p.zone, p.latitude,"
                                        + " p.longitude, coalesce(r.language, 'en-GB') as language,"
                                        + " coalesce(s.channel, :standard) = :channel as news " + DUE + " and " + WANTED
                                        + " and d.librarian_id > :after order by d.librarian_id limit :most"
                                        + " for update of d skip locked), claimed as ("
                                        + " update digest d set claimed_until = :until from waiting w"
                                        + " where d.librarian_id = w.librarian_id and d.channel = :channel)"
                                        + " select * from waiting order by librarian_id"),
                        channel,
                        mornings,
                        now)
                .param("after", after)
                .param("most", most)
                .param("until", Timestamp.from(now.plus(CLAIM)))
                .query((row, n) -> turn(row, channel))
                .list();
    }

    private static StatementSpec bind(
            StatementSpec statement, Channel channel, Map<ZoneId, Instant> mornings, Instant now) {
        List<ZoneId> zones = List.copyOf(mornings.keySet());
        return statement
                .param("channel", channel.name())
                .param("standard", Kind.DIGEST.standard().name())
                .param("now", Timestamp.from(now))
                .param("zones", array(zones))
                .param("mornings", array(zones.stream().map(mornings::get).toList()));
    }

    private static String array(Collection<?> all) {
        return all.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static Turn turn(ResultSet row, Channel channel) throws SQLException {
        return new Turn(
                row.getLong("librarian_id"),
                channel,
                row.getString("email"),
                Locale.forLanguageTag(row.getString("language")),
                ZoneId.of(row.getString("zone")),
                row.getDouble("latitude"),
                row.getDouble("longitude"),
                row.getTimestamp("told_until").toInstant(),
                row.getTimestamp("due").toInstant(),
                row.getBoolean("news"));
    }

    /** A mail server has it, or there was nothing to tell. */
    @Transactional
    public void done(Turn turn, Collection<Long> notices, Instant now) {
        jdbc.sql("update notice set mail = 'SENT', mail_error = '', sent_at = ? where id = any(?::bigint[])")
                .params(Timestamp.from(now), array(notices))
                .update();
        jdbc.sql("update digest set told_until = ?, claimed_until = null where librarian_id = ? and channel = ?")
                .params(
                        Timestamp.from(turn.due()),
                        turn.librarianId(),
                        turn.channel().name())
                .update();
    }

    /** It is tried again with the next round, not only when the claim is over. */
    @Transactional
    public void giveBack(Turn turn) {
        jdbc.sql("update digest set claimed_until = null where librarian_id = ? and channel = ?")
                .params(turn.librarianId(), turn.channel().name())
                .update();
    }
}
