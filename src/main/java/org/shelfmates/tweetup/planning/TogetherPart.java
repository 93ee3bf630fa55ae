package org.shelfmates.tweetup.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Sight;
import org.shelfmates.tweetup.Attendance;
import org.shelfmates.tweetup.PagePart;
import org.shelfmates.tweetup.State;
import org.shelfmates.tweetup.TweetupCard;
import org.shelfmates.tweetup.TweetupPage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what a tweetup's page tells of its planners' work, and afterwards of the people whom the viewer met and does not
 * follow yet: all by one statement.
 */
@Service
class TogetherPart implements PagePart {

    private static final int DECISIONS = 20;

    private static final String SQL = """
            with mine as (select from planner where tweetup_id = :tweetup and librarian_id = :viewer),
            entry as (
                (select 'DECISION' as what, id, librarian_id as by, decided_at as at, kind, words, settled_at as starts_at,
                    null::timestamptz as ends_at
                 from decision where tweetup_id = :tweetup order by id limit :limit)
                union all
                select 'INVITED', 0, librarian_id, invited_at, '', '', null, null
                from planner_invitation where tweetup_id = :tweetup and exists (select from mine)
                union all
                select 'ASKER', 0, invited_by, invited_at, '', '', null, null
                from planner_invitation where tweetup_id = :tweetup and librarian_id = :viewer
                union all
                select 'PROPOSAL', id, proposed_by, proposed_at, kind, venue, starts_at, ends_at
                from proposal where tweetup_id = :tweetup and exists (select from mine)
                union all
                select 'PLANNERS', (select count(*) from planner where tweetup_id = :tweetup), :viewer, null,
                    agreement::text, '', null, null
                from tweetup where id = :tweetup and exists (select from mine)
                union all
                select 'YES', 0, v.librarian_id, null, '', '', null, null
                from vote v join poll_option o on o.id = v.option_id join poll p on p.id = o.poll_id
                    join tweetup t on t.id = p.tweetup_id and t.starts_at = o.starts_at
                where t.id = :tweetup and o.chosen and v.answer = 'YES' and v.librarian_id = :viewer
                    and not exists (select from rsvp r where r.tweetup_id = t.id and r.librarian_id = :viewer)
                union all
                (select 'MET', 0, r.librarian_id, null, '', '', null, null
                 from rsvp my join rsvp r on r.tweetup_id = my.tweetup_id and r.librarian_id <> my.librarian_id
                 where :happened and my.tweetup_id = :tweetup and my.librarian_id = :viewer
                    and\s""" + " " + Attendance.came("my") + " and " + Attendance.came("r") + """
                     and r.visible_to <> 'PLANNERS'
                    and not exists (
                        select from follow f where f.follower_id = :viewer and f.followed_id = r.librarian_id)
                 order by r.turn limit 30))
            select e.*, l.id as person_id, a.handle, l.name as person_name
            from entry e join librarian l on l.id = e.by join account a on a.id = l.id
            where\s"""
            + Sight.unblocked("l") + " order by e.id, e.at";

    private final JdbcClient jdbc;

    TogetherPart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Entry(
            String what,
            long id,
            Person by,
            @Nullable Instant at,
            String kind,
            String words,
            @Nullable Instant start,
            @Nullable Instant end) {

        static Entry of(ResultSet row) throws SQLException {
            return new Entry(
                    row.getString("what"),
                    row.getLong("id"),
                    Person.of(row),
                    instant(row, "at"),
                    row.getString("kind"),
                    row.getString("words"),
                    instant(row, "starts_at"),
                    instant(row, "ends_at"));
        }

        private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
            Timestamp time = row.getTimestamp(column);
            return time == null ? null : time.toInstant();
        }

        Decisions.Line decision() {
            return new Decisions.Line(
                    by, java.util.Objects.requireNonNull(at), Decisions.Kind.valueOf(kind), words, start);
        }

        Together.Proposal proposal(@Nullable Long viewer) {
            return new Together.Proposal(id, by, start, end, words, viewer != null && viewer == by.id());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> of(TweetupPage page, @Nullable Long viewer) {
        TweetupCard card = page.card();
        List<Entry> entries = jdbc.sql(SQL)
                .param("tweetup", card.id())
                .param("viewer", viewer, Types.BIGINT)
                .param("happened", card.state() == State.HAPPENED)
                .param("limit", DECISIONS + 1)
                .query((row, n) -> Entry.of(row))
                .list();
        return Map.of(
                "together", together(entries, viewer),
                "met", with("MET", entries).stream().map(Entry::by).toList(),
                "invitation", new InvitationForm(""),
                "decision", new DecisionForm(""),
                "again", new AgainForm(""));
    }

    private static Together together(List<Entry> entries, @Nullable Long viewer) {
        List<Entry> decisions = with("DECISION", entries);
        List<Entry> planners = with("PLANNERS", entries);
        return new Together(
                decisions.stream().limit(DECISIONS).map(Entry::decision).toList(),
                decisions.size() > DECISIONS,
                with("ASKER", entries).stream().map(Entry::by).findFirst().orElse(null),
                with("INVITED", entries).stream().map(Entry::by).toList(),
                with("PROPOSAL", entries).stream()
                        .map(entry -> entry.proposal(viewer))
                        .toList(),
                !with("YES", entries).isEmpty(),
                planners.isEmpty() ? 0 : planners.get(0).id(),
                !planners.isEmpty() && Boolean.parseBoolean(planners.get(0).kind()));
    }

    private static List<Entry> with(String what, List<Entry> entries) {
        return entries.stream().filter(entry -> entry.what().equals(what)).toList();
    }
}
