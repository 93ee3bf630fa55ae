package org.shelfmates.librarian.follow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.LibrarianCards;
import org.shelfmates.librarian.Sight;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PageKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads whom librarians follow, and who follows them: newest first. */
@Service
@Transactional(readOnly = true)
public class FollowLists {

    /** Of so many candidates each is looked up among the follows; with more, the follows are walked instead. */
    private static final int FEW = 1000;

    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    private final JdbcClient jdbc;

    FollowLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param handle whose they are
     * @throws NotFoundException when there is nobody of this handle whom the viewer may see
     */
    public FollowTabs tabs(String handle, @Nullable Long viewer) {
        return jdbc.sql(FollowSql.TABS + Sight.OF_VIEWER)
                .param("handle", handle.toLowerCase(Locale.ROOT))
                .param("viewer", viewer, Types.BIGINT)
                .param("most", FollowTabs.COUNTED + 1)
                .query((row, n) -> FollowTabs.of(row, viewer))
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * @param next the key of the page after this one, or null at the end
     * @param on whether the list was not looked through to its end, although the page has room: few of so many fit
     */
    record Listing(List<FollowCard> people, @Nullable PageKey next, boolean on) {}

    private record Row(FollowCard card, PageKey key) {}

    /** @param key where the page begins, or null for the first */
    Listing list(FollowTab tab, FollowTabs of, FollowFilter filter, @Nullable PageKey key, int size) {
        boolean few = FollowSql.drives(filter) && candidates(of, filter) <= FEW;
        String sql = few ? FollowSql.fromCandidates(filter) : FollowSql.fromFollows(filter);
        List<Row> rows = bind(tab.in(sql), of, filter)
                .param("since", Timestamp.from(key == null ? LATEST : key.instant(0)))
                .param("from", key == null ? Long.MAX_VALUE : key.number(1))
                .param("few", FEW)
                .param("window", FollowSql.WINDOW)
                .param("limit", size + 1)
                .query((row, n) -> row(row))
                .list();
        PageKey rest = few || filter.empty() ? null : windowsEnd(tab, of, key);
        if (rows.size() > size) {
            List<Row> shown = rows.subList(0, size);
            return new Listing(
                    shown.stream().map(Row::card).toList(), shown.get(size - 1).key(), false);
        }
        return new Listing(rows.stream().map(Row::card).toList(), rest, rest != null);
    }

    /** How many librarians a filter's first condition lets through, counted until they are too many. */
    private int candidates(FollowTabs of, FollowFilter filter) {
        return bind("select count(*) from (" + FollowSql.candidates(filter) + ") c", of, filter)
                .param("few", FEW + 1)
                .query(Integer.class)
                .single();
    }

    /** @return the key of the last follow that was looked at, or null where all were */
    private @Nullable PageKey windowsEnd(FollowTab tab, FollowTabs of, @Nullable PageKey key) {
        return jdbc.sql(tab.in(FollowSql.END))
                .param("owner", of.person().id())
                .param("since", Timestamp.from(key == null ? LATEST : key.instant(0)))
                .param("from", key == null ? Long.MAX_VALUE : key.number(1))
                .param("before", FollowSql.WINDOW - 1)
                .query((row, n) -> PageKey.of(row.getTimestamp("since").toInstant(), row.getLong("other")))
                .optional()
                .orElse(null);
    }

    private StatementSpec bind(String sql, FollowTabs of, FollowFilter filter) {
        return jdbc.sql(sql)
                .param("owner", of.person().id())
                .param("viewer", of.viewer(), Types.BIGINT)
                .param("centre", of.centre())
                .param("within", filter.within(), Types.INTEGER)
                .param(
                        "sector",
                        filter.sector() == null ? null : filter.sector().name(),
                        Types.VARCHAR)
                .param("interest", filter.tag(), Types.VARCHAR);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new FollowCard(
                        LibrarianCards.read(row, true),
                        row.getBoolean("followed"),
                        row.getBoolean("follows_you"),
                        row.getBoolean("mutual")),
                PageKey.of(row.getTimestamp("since").toInstant(), row.getLong("person_id")));
    }
}
