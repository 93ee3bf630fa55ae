package org.shelfmates.group.board;

import java.sql.Types;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.Subject;
import org.shelfmates.conversation.SubjectKind;
import org.shelfmates.librarian.Sight;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets members of a group talk about what stands on its board, moderated by the organisers. */
@Component
class BoardTalk implements SubjectKind {

    private static final String FROM =
            """
            from board_post b join city_group g on g.id = b.group_id join place p on p.id = g.place_id
            left join membership m on m.group_id = g.id and m.librarian_id = :viewer
            where b.id = any(:ids) and b.taken_back_at is null
                and ({open} or m.librarian_id is not null) and (m.organiser or {shown})""".replace("{open}", Readership.OPEN).replace("{shown}", Sight.unblockedId("b.author_id"));

    private final JdbcClient jdbc;
    private final MessageSource messages;

    BoardTalk(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return Board.subject(0).kind();
    }

    private record State(boolean everybody, boolean hidden, boolean gone) {}

    /** Of one that is hidden its author and the organisers; of one that is taken back nobody. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Set<Long>> readers(long id) {
        State state = jdbc.sql("select " + Readership.OPEN
                        + " as everybody, b.hidden_at is not null as hidden, b.taken_back_at is not null as gone"
                        + " from board_post b join city_group g on g.id = b.group_id where b.id = ?")
                .param(id)
                .query(State.class)
                .optional()
                .orElse(new State(false, false, true));
        if (state.gone()) {
            return Optional.of(Set.of());
        }
        if (state.everybody() && !state.hidden()) {
            return Optional.empty();
        }
        return Optional.of(
                new HashSet<>(jdbc.sql("""
                        select m.librarian_id from board_post b join membership m on m.group_id = b.group_id
                        where b.id = :id and (m.organiser or b.hidden_at is null or m.librarian_id = b.author_id)""").param("id", id).query(Long.class).list()));
    }

    /** As {@link #readers}, who can be all members of a big group, by one question. */
    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(long id, @Nullable Long librarian) {
        return jdbc.sql("""
                        select exists (select from board_post b join city_group g on g.id = b.group_id
                            left join membership m on m.group_id = b.group_id and m.librarian_id = :librarian
                            where b.id = :id and b.taken_back_at is null and case when b.hidden_at is null
                                then {open} or m.librarian_id is not null
                                else m.organiser or m.librarian_id = b.author_id end)""".replace("{open}", Readership.OPEN))
                .param("id", id)
                .param("librarian", librarian, Types.BIGINT)
                .query(Boolean.class)
                .single();
    }

    /** Members, until an organiser closes it: who closes it waits for who asks this, and the other way round. */
    @Override
    @Transactional
    public boolean mayWrite(long id, long librarian) {
        // a statement of its own, so that the next one sees what was committed while it waited
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended(?, 0))::text")
                .param(Board.subject(id).toString())
                .query(String.class)
                .list();
        return jdbc.sql("""
                        select exists (select from board_post b join membership m on m.group_id = b.group_id
                            where b.id = :id and m.librarian_id = :viewer and b.taken_back_at is null
                                and b.closed_at is null and b.hidden_at is null and {shown})""".replace("{shown}", Sight.unblockedId("b.author_id")))
                .param("id", id)
                .param("viewer", librarian)
                .query(Boolean.class)
                .single();
    }

    /** Waits for whoever says something at this moment; who wants to say something waits for the caller's transaction. */
    @Transactional
    public void silence(long id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
                .param(Board.subject(id).toString())
                .query(String.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Topic topic(long id, @Nullable Long viewer) {
        return jdbc.sql(
                        "select b.id, b.slug, b.title, g.slug as group_slug, p.zone, coalesce(m.organiser, false) as organiser "
                                + FROM + " and (b.hidden_at is null or m.organiser or b.author_id = :viewer)")
                .param("ids", new Long[] {id})
                .param("viewer", viewer, Types.BIGINT)
                .query((row, n) -> new Topic(
                        row.getString("title"),
                        Board.pathOf(row.getString("group_slug"), id, row.getString("slug")),
                        ZoneId.of(row.getString("zone")),
                        row.getBoolean("organiser")))
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    /** One that is hidden stays where it is in people's ledgers, and does not say what it was about. */
    @Override
    @Transactional(readOnly = true)
    public Map<Subject, Title> titles(Collection<Subject> subjects, @Nullable Long viewer) {
        List<Long> ids = subjects.stream().map(Subject::id).toList();
        Map<Subject, Title> titles = new HashMap<>();
        jdbc.sql("select b.id, b.slug, b.title, g.slug as group_slug, p.zone,"
                        + " b.hidden_at is not null and not coalesce(m.organiser or b.author_id = :viewer, false) as hidden "
                        + FROM)
                .param("ids", ids.toArray(Long[]::new))
                .param("viewer", viewer, Types.BIGINT)
                .query(row -> {
                    long id = row.getLong("id");
                    titles.put(
                            Board.subject(id),
                            new Title(
                                    row.getBoolean("hidden")
                                            ? messages.getMessage("board.hidden", null, LocaleContextHolder.getLocale())
                                            : row.getString("title"),
                                    Board.pathOf(
                                            row.getString("group_slug"),
                                            id,
                                            row.getBoolean("hidden") ? "post" : row.getString("slug")),
                                    ZoneId.of(row.getString("zone"))));
                });
        return titles;
    }
}
