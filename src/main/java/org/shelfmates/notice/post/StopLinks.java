package org.shelfmates.notice.post;

import org.jspecify.annotations.Nullable;
import org.shelfmates.notice.Kind;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.Token;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links by which people get no more mails of a kind, without signing in; kept as their hashes alone. */
@Service
class StopLinks {

    private final JdbcClient jdbc;

    StopLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the address of a new link */
    @Transactional
    public String link(long notice) {
        String token = Token.random();
        jdbc.sql("insert into notice_link (token_hash, notice_id) values (?, ?)")
                .params(Token.hash(token), notice)
                .update();
        return "/unsubscribe/" + token;
    }

    private record Reader(
            @Nullable Long librarianId, @Nullable Long guestId, Kind kind) {}

    private Reader reader(String token) {
        return jdbc.sql(
                        "select n.librarian_id, n.guest_id, n.kind from notice_link k join notice n on n.id = k.notice_id"
                                + " where k.token_hash = ?")
                .param(Token.hash(token))
                .query(Reader.class)
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    /** @throws NotFoundException for a link that was never sent */
    @Transactional(readOnly = true)
    Kind kind(String token) {
        return reader(token).kind();
    }

    /**
     * On the site they are still told. Who has chosen not to be told at all stays so.
     *
     * @throws NotFoundException for a link that was never sent
     */
    @Transactional
    public Kind stop(String token) {
        Reader reader = reader(token);
        boolean librarian = reader.librarianId() != null;
        String column = librarian ? "librarian_id" : "guest_id";
        jdbc.sql("insert into notice_setting as s (" + column + ", kind, channel) values (?, ?, 'SITE') on conflict ("
                        + column + ", kind) do update set channel = 'SITE' where s.channel <> 'OFF'")
                .params(
                        librarian ? reader.librarianId() : reader.guestId(),
                        reader.kind().name())
                .update();
        return reader.kind();
    }
}
