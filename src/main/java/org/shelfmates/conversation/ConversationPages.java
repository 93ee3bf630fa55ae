package org.shelfmates.conversation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.Markdown;
import org.shelfmates.web.PageKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Threads as pages show them, each page by one statement. */
@Service
@Transactional(readOnly = true)
public class ConversationPages {

    /** How many comments a page has, so that a comment's page can be found by counting. */
    public static final int SIZE = 100;

    private static final String COLUMNS = """
            select c.id, c.parent_id, c.path, c.phase, c.body, c.created_at, c.edited_at, c.question, c.answer_id,
                case when hides.it and c.deleted_by is null then 'HIDDEN' else c.deleted_by end as deleted_by, c.author_id, a.handle, coalesce(l.name, g.name) as person_name,
                p.author_id as asker, p.question as asked, p.answer_id = c.id as answers,
                pa.handle as p_handle, case when p.deleted_at is null and not hides.above then coalesce(pl.name, pg.name) end as p_person_name,
                c.thread_id, own.level, mentioned.handles, reacted.kinds, reacted.counts, reacted.names, reacted.mine,
                (select count(*) from comment q where q.thread_id = (select id from t) and q.question and q.answer_id is null
                    and q.deleted_at is null) as open_questions
            from page c
            left join subscription own on own.thread_id = c.thread_id and own.librarian_id = :viewer
            left join librarian l on l.id = c.author_id left join account a on a.id = l.id
            left join guest g on g.id = c.guest_id
            left join comment p on p.id = c.parent_id
            left join librarian pl on pl.id = p.author_id left join account pa on pa.id = pl.id
            left join guest pg on pg.id = p.guest_id
            cross join lateral (select
                exists (select from block where blocker_id = c.author_id and blocked_id = :viewer) as it,
                exists (select from block where blocker_id = p.author_id and blocked_id = :viewer) as above) hides
            left join lateral (
                select array_agg(named.handle order by named.handle) as handles
                from mention m cross join lateral (
                    select handle from account where id = m.librarian_id
                    union select handle from past_handle where account_id = m.librarian_id) named
                where m.comment_id = c.id and not exists (select from block
                    where blocker_id = m.librarian_id and blocked_id = :viewer)) mentioned on true
            left join lateral (
                select array_agg(kind order by kind) as kinds, array_agg(n order by kind) as counts,
                    array_agg(names order by kind) as names, array_agg(mine order by kind) as mine
                from (select r.kind, count(*)::integer as n, bool_or(r.librarian_id is not distinct from :viewer) as mine,
                        array_to_string((array_agg(rl.name order by r.reacted_at, rl.id) filter (where not exists (
                            select from block where blocker_id = rl.id and blocked_id = :viewer)))[1 : 30], ', ') as names
                    from reaction r join librarian rl on rl.id = r.librarian_id
                    where r.comment_id = c.id group by r.kind) by_kind) reacted on true
            order by\s""";

    /** Nothing is written when all of it was read before. Two at once add up, whichever is first. */
    private static final String LOOKED = """
            , looked as (
                update subscription s set looked = s.looked + shown.positions
                from (
                    select range_agg(int4range(position, position + 1)) as positions
                    from (select c.position from page c order by %s limit :size) first) shown
                where s.thread_id = (select id from t) and s.librarian_id = :viewer and not s.looked @> shown.positions)
            """;

    private final JdbcClient jdbc;
    private final Markdown markdown;
    private final Clock clock;

    ConversationPages(JdbcClient jdbc, Markdown markdown, Clock clock) {
        this.jdbc = jdbc;
        this.markdown = markdown;
        this.clock = clock;
    }

    /**
     * @param next the key of the page after this one, or null at the end
     * @param open how many questions of the thread nobody has answered
     * @param mine what the reader has of it in the ledger; null for strangers, and where the page is empty
     */
    public record Reading(
            List<CommentView> comments,
            @Nullable PageKey next,
            int open,
            @Nullable Mine mine) {}

    /** @param level null where it is not in the reader's ledger */
    public record Mine(long thread, @Nullable Level level) {}

    private record Row(CommentView comment, int phase, String path, int open, Mine mine) {

        PageKey key(Order order) {
            return order == Order.UNANSWERED ? PageKey.of(phase, path) : PageKey.of(path);
        }
    }

    /**
     * A page of a thread; empty for a subject that nobody has talked about. From then on it counts as read by a librarian who
     * reads it, by the same statement: what is committed meanwhile is neither on the page nor read.
     *
     * @param key where the page begins, or null for the first
     * @throws BadRequestException for a made-up key
     */
    @Transactional
    public Reading read(Subject subject, Reader reader, Order order, @Nullable String key, int size) {
        PageKey from = PageKey.parse(key, order == Order.UNANSWERED ? 2 : 1);
        String path = from == null ? "" : path(from.parts().get(from.parts().size() - 1));
        List<Row> rows = jdbc.sql(
                        """
                        with t as materialized (select id from thread where subject = :subject),
                        open as (
                            select distinct path[1] as root from comment where thread_id = (select id from t)
                                and question and answer_id is null and deleted_at is null),
                        page as (
                        """ + order.page() + ")" + (reader.id() == null ? "" : LOOKED.formatted(order.sort())) + COLUMNS
                                + order.sort())
                .param("subject", subject.toString())
                .param("viewer", reader.id(), Types.BIGINT)
                .param("from", '{' + path + '}')
                .param("root", path.isEmpty() ? Long.MAX_VALUE : Long.parseLong(path.split(",")[0]))
                .param("phase", order == Order.UNANSWERED && from != null ? phase(from) : 0)
                .param("size", size)
                .param("limit", size + 1)
                .query((row, n) -> row(row, reader))
                .list();
        boolean more = rows.size() > size;
        List<Row> shown = more ? rows.subList(0, size) : rows;
        return new Reading(
                shown.stream().map(Row::comment).toList(),
                more ? shown.get(size - 1).key(order) : null,
                rows.isEmpty() ? 0 : rows.get(0).open(),
                rows.isEmpty() || reader.id() == null ? null : rows.get(0).mine());
    }

    /** @return the key of the page, oldest first, that a comment stands on, or null for the first */
    public @Nullable String pageOf(long commentId) {
        return jdbc.sql("""
                        with c as (select thread_id, path from comment where id = :id),
                        before as (
                            select o.path, row_number() over (order by o.path) as nth
                            from comment o join c on c.thread_id = o.thread_id and o.path < c.path where not o.gone)
                        select path from before where nth = (select count(*) from before) / :size * :size""")
                .param("id", commentId)
                .param("size", SIZE)
                .query((row, n) -> PageKey.of(dotted(row)).toString())
                .optional()
                .orElse(null);
    }

    private Row row(ResultSet row, Reader reader) throws SQLException {
        String deleted = row.getString("deleted_by");
        Timestamp edited = row.getTimestamp("edited_at");
        CommentView comment = new CommentView(
                row.getLong("id"),
                Math.min(((Object[]) row.getArray("path").getArray()).length - 1, CommentView.DEEPEST),
                Writer.of(row, "p_"),
                deleted == null ? Writer.of(row, "") : null,
                deleted == null ? markdown.html(row.getString("body"), handles(row)) : "",
                row.getTimestamp("created_at").toInstant(),
                edited == null ? null : edited.toInstant(),
                row.getBoolean("question") && deleted == null,
                row.getObject("answer_id", Long.class),
                row.getBoolean("answers"),
                deleted == null ? null : Deletion.valueOf(deleted),
                reactions(row),
                may(row, reader));
        String level = row.getString("level");
        return new Row(
                comment,
                row.getInt("phase"),
                dotted(row),
                row.getInt("open_questions"),
                new Mine(row.getLong("thread_id"), level == null ? null : Level.valueOf(level)));
    }

    private CommentView.May may(ResultSet row, Reader reader) throws SQLException {
        boolean there = row.getString("deleted_by") == null;
        boolean own = there && reader.id() != null && reader.id().equals(row.getObject("author_id", Long.class));
        boolean asker = reader.id() != null && reader.id().equals(row.getObject("asker", Long.class));
        return new CommentView.May(
                there && reader.id() != null,
                own,
                own
                        && clock.instant()
                                .isBefore(row.getTimestamp("created_at")
                                        .toInstant()
                                        .plus(CommentView.EDITABLE)),
                there && (own || reader.moderates()),
                there && row.getBoolean("asked") && (asker || reader.moderates()));
    }

    private static Set<String> handles(ResultSet row) throws SQLException {
        Array handles = row.getArray("handles");
        return handles == null ? Set.of() : Set.of((String[]) handles.getArray());
    }

    private static List<CommentView.Reacted> reactions(ResultSet row) throws SQLException {
        Array all = row.getArray("kinds");
        if (all == null) {
            return List.of();
        }
        String[] kinds = (String[]) all.getArray();
        Integer[] counts = (Integer[]) row.getArray("counts").getArray();
        String[] names = (String[]) row.getArray("names").getArray();
        Boolean[] mine = (Boolean[]) row.getArray("mine").getArray();
        List<CommentView.Reacted> reactions = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
            reactions.add(new CommentView.Reacted(Reaction.valueOf(kinds[i]), counts[i], names[i], mine[i]));
        }
        return reactions;
    }

    private static String dotted(ResultSet row) throws SQLException {
        return Stream.of((Long[]) row.getArray("path").getArray())
                .map(String::valueOf)
                .collect(Collectors.joining("."));
    }

    private static int phase(PageKey key) {
        String phase = key.parts().get(0);
        BadRequestException.unless(phase.equals("0") || phase.equals("1"), "page key");
        return Integer.parseInt(phase);
    }

    private static String path(String dotted) {
        BadRequestException.unless(dotted.matches("\\d{1,18}(\\.\\d{1,18}){0,200}"), "page key");
        return dotted.replace('.', ',');
    }
}
