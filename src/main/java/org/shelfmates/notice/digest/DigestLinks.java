package org.shelfmates.notice.digest;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.shelfmates.notice.Channel;
import org.shelfmates.notice.Readers;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.Token;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links by which people get no more digests, without signing in; kept as their hashes alone, for a year. */
@Service
class DigestLinks {

    private static final Duration KEPT = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final Readers readers;
    private final Clock clock;

    DigestLinks(JdbcClient jdbc, Readers readers, Clock clock) {
        this.jdbc = jdbc;
        this.readers = readers;
        this.clock = clock;
    }

    private record Link(long librarianId, Channel channel) {}

    /** @return the address of a new link */
    @Transactional
    public String link(long librarianId, Channel channel) {
        String token = Token.random();
        Instant now = clock.instant();
        jdbc.sql("delete from digest_link where librarian_id = ? and made_at < ?")
                .params(librarianId, Timestamp.from(now.minus(KEPT)))
                .update();
        jdbc.sql("insert into digest_link (token_hash, librarian_id, channel, made_at) values (?, ?, ?, ?)")
                .params(Token.hash(token), librarianId, channel.name(), Timestamp.from(now))
                .update();
        return "/unsubscribe/digest/" + token;
    }

    private Link find(String token) {
        return jdbc.sql("select librarian_id, channel from digest_link where token_hash = ?")
                .param(Token.hash(token))
                .query(Link.class)
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    /** @throws NotFoundException for a link that was never sent */
    @Transactional(readOnly = true)
    public Channel channel(String token) {
        return find(token).channel();
    }

    /**
     * Stops the whole mail, whatever was in this one; on the site they are still told.
     *
     * @throws NotFoundException for a link that was never sent
     */
    @Transactional
    public Channel stop(String token) {
        Link link = find(token);
        readers.stop(link.librarianId(), link.channel());
        return link.channel();
    }
}
