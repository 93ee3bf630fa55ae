package org.shelfmates.notice.post;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shelfmates.notice.Kind;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.Token;
import org.shelfmates.web.Tokens;
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

    /** @return the path of a new link for each notice */
    @Transactional
    public Map<Long, String> links(List<Long> notices) {
        var tokens = new Tokens<>(notices);
        jdbc.sql("""
                        insert into notice_link (token_hash, notice_id)
                        select decode(hash, 'hex'), notice
                        from unnest(:hashes::text[], :notices::bigint[]) as l(hash, notice)""")
                .param("hashes", tokens.hashes())
                .param("notices", Tokens.array(notices))
                .update();
        return tokens.paths("/unsubscribe/");
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
