package org.shelfmates.librarian.suggest;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.LibrarianCards;
import org.shelfmates.librarian.Sector;
import org.shelfmates.librarian.Sight;
import org.shelfmates.librarian.introduction.Limits;
import org.shelfmates.librarian.introduction.Shown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Suggests people to somebody: one statement for a page, among any number of librarians. */
@Service
public class Suggestions {

    /**
     * After {@code shown (what, id, known)}: their cards, the best of each kind first; who is on the page first, and then their
     * cards. Whoever shares nothing that the viewer may see is not suggested for it.
     */
    private static final String CARDS = """
            select ranked.*, %s, a.email_confirmed_at is null as unconfirmed from (
                select *, row_number() over (partition by what order by score desc, id desc) as rank
                from (
                    select *, %s as score
                    from (
                        select s.what, s.id, s.known, %s, kilometres_of(p.position <-> (select home from me)) as kilometres,
                            l.sectors <> '{}' and (select sectors from me) <> '{}'
                                and not l.sectors && (select sectors from me) as other_sector,
                            (select g.name from programme_member m join programme g on g.id = m.programme_id
                             where m.librarian_id = l.id and m.shown and l.id <> :viewer
                                and m.programme_id = any ((select programmes from me)::bigint[])
                             order by lower(g.name) limit 1) as programme
                        from shown s join librarian l on l.id = s.id join place p on p.id = l.place_id
                        where %s) reasons
                    where what <> 'SUGGESTED' or shared > 0 or known > 0 or programme is not null
                        or kilometres <= %s) scored) ranked
            join librarian l on l.id = ranked.id join account a on a.id = l.id join place p on p.id = l.place_id
            where rank <= :most order by what, rank""".formatted(
                    LibrarianCards.COLUMNS, Scoring.SQL, LibrarianCards.SHARED, Sight.OF_VIEWER, Candidates.WITHIN);

    private static final String SUGGESTED = "select 'SUGGESTED' as what, id, known from candidate where id <> :except";
    private static final String SOMEONE = "select 'SOMEONE' as what, id, 0 as known from someone";
    private static final String OWN = "select 'OWN' as what, id, " + Shown.WAITING + " as known from me";

    static final String OF_PAGE =
            "with " + Candidates.AROUND + ", " + Candidates.ALL + ", shown as (" + SUGGESTED + ") " + CARDS;

    static final String FOR_ME = "with " + Candidates.AROUND + ", " + Candidates.ALL + ", " + SomeoneNewPick.SQL
            + ", shown as (" + SUGGESTED + " union all " + SOMEONE + " union all " + OWN + ") " + CARDS;

    private static final String OF_WEEK =
            "with " + Candidates.AROUND + ", " + SomeoneNewPick.SQL + ", shown as (" + SOMEONE + ") " + CARDS;

    private final JdbcClient jdbc;
    private final Clock clock;

    Suggestions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param except whose page it is, and who needs no suggestion there; or null */
    @Transactional(readOnly = true)
    public List<Suggestion> of(long viewer, @Nullable Long except, int most) {
        return statement(OF_PAGE, viewer, most)
                .param("except", except == null ? 0 : except)
                .query((row, n) -> suggestion(row))
                .list();
    }

    private record Row(String what, Suggestion suggestion, boolean unconfirmed) {}

    /**
     * The suggestions and the person of the week, who is picked when first asked for.
     *
     * @param today where the viewer lives
     */
    @Transactional
    public ForMe forMe(long viewer, LocalDate today, int most) {
        List<Row> rows = statement(FOR_ME, viewer, most)
                .param("except", 0)
                .param("open", Timestamp.from(clock.instant().minus(Limits.OPEN)))
                .param("week", Date.valueOf(Week.of(today)))
                .query((row, n) -> new Row(row.getString("what"), suggestion(row), row.getBoolean("unconfirmed")))
                .list();
        return new ForMe(
                with("SUGGESTED", rows).stream().map(Row::suggestion).toList(),
                with("SOMEONE", rows).stream().map(Row::suggestion).findFirst().orElse(null),
                with("OWN", rows).stream()
                        .mapToInt(row -> row.suggestion().known())
                        .sum(),
                with("OWN", rows).stream().anyMatch(Row::unconfirmed));
    }

    /** The person of the week alone. */
    @Transactional
    public Optional<Suggestion> someoneNew(long viewer, LocalDate today) {
        return statement(OF_WEEK, viewer, 1)
                .param("week", Date.valueOf(Week.of(today)))
                .query((row, n) -> suggestion(row))
                .optional();
    }

    private StatementSpec statement(String sql, long viewer, int most) {
        return jdbc.sql(sql).param("viewer", viewer).param("most", most);
    }

    private static List<Row> with(String what, List<Row> rows) {
        return rows.stream().filter(row -> row.what().equals(what)).toList();
    }

    private static Suggestion suggestion(ResultSet row) throws SQLException {
        var card = LibrarianCards.read(row, true);
        Sector other = row.getBoolean("other_sector") && !card.sectors().isEmpty()
                ? card.sectors().get(0)
                : null;
        return new Suggestion(card, row.getInt("known"), row.getString("programme"), other, row.getDouble("score"));
    }
}
