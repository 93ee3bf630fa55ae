package org.shelfmates.librarian.introduction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.shelfmates.librarian.LibrarianCards;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Sight;
import org.shelfmates.librarian.exchange.Exchanges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads somebody's introductions: one statement. */
@Service
class Introductions {

    private static final int MOST = 100;

    /**
     * Those of the pair see it while it is open, not after their own "not now", and once it is agreed; who asked sees what
     * they asked for, the same whatever became of it. For 60 days. Whom one must not see any more takes it along.
     */
    private static final String LIST =
            """
            with shown as (
                select i.*, case when :viewer = one_id then other_id when :viewer = other_id then one_id else one_id end as card_id,
                    case when :viewer not in (one_id, other_id) then other_id end as second_id,
                    case when :viewer not in (one_id, other_id) then 2
                        when agreed_at is not null then 3
                        when case when :viewer = one_id then one_answer else other_answer end is null then 0
                        when asked_by = :viewer then 2
                        else 1 end as state
                from introduction i
                where :viewer in (one_id, other_id, asked_by) and asked_at > :since
                    and (asked_by = :viewer or live)
                    and (asked_by = :viewer or :viewer not in (one_id, other_id)
                        or case when :viewer = one_id then one_answer else other_answer end is distinct from 'NOT_NOW'))
            select i.*, %s, s.name as second_name, sa.handle as second_handle, w.name as asker_name,
                wa.handle as asker_handle, (select zone from place where id = v.place_id) as zone, e.id as exchange_id
            from shown i join librarian l on l.id = i.card_id join account a on a.id = l.id join place p on p.id = l.place_id
            join librarian w on w.id = i.asked_by join account wa on wa.id = w.id
            join librarian v on v.id = :viewer
            left join librarian s on s.id = i.second_id left join account sa on sa.id = s.id
            left join exchange e on i.agreed_at is not null and e.one_id = i.one_id and e.other_id = i.other_id
                and i.state = 3
            where %s and (s.id is null or %s) and %s
                and not exists (select from block
                    where blocker_id = :viewer and blocked_id in (i.one_id, i.other_id, i.asked_by))
                and (i.asked_by = :viewer or not exists (select from block
                    where blocker_id in (i.one_id, i.other_id, i.asked_by)
                        and blocked_id in (i.one_id, i.other_id, i.asked_by)))
            order by i.state, i.id desc limit %d""".formatted(LibrarianCards.COLUMNS, Sight.OF_VIEWER, Sight.of("s"), Sight.of("w"), MOST);

    private final JdbcClient jdbc;
    private final Clock clock;

    Introductions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<IntroductionView> of(long viewer) {
        return jdbc.sql(LIST)
                .param("viewer", viewer)
                .param("since", Timestamp.from(clock.instant().minus(Limits.OPEN)))
                .query((row, n) -> view(row))
                .list();
    }

    private static IntroductionView view(ResultSet row) throws SQLException {
        String second = row.getString("second_handle");
        long exchange = row.getLong("exchange_id");
        return new IntroductionView(
                row.getLong("id"),
                IntroductionView.State.values()[row.getInt("state")],
                LibrarianCards.read(row, false),
                second == null ? null : new Person(row.getLong("second_id"), second, row.getString("second_name")),
                new Person(row.getLong("asked_by"), row.getString("asker_handle"), row.getString("asker_name")),
                row.getString("words"),
                row.getTimestamp("asked_at").toInstant(),
                ZoneId.of(row.getString("zone")),
                exchange == 0 ? null : Exchanges.pathOf(exchange));
    }
}
