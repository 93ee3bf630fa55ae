package org.shelfmates.tweetup.poll;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Sight;
import org.shelfmates.tweetup.Clocks;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.State;
import org.shelfmates.web.PageKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads polls: one statement for all of a tweetup's, and one for the people of each. */
@Service
@Transactional(readOnly = true)
class PollPages {

    private static final int PEOPLE = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    PollPages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Row(long poll, Kind kind, @Nullable Instant closesAt, boolean closed, Option option) {}

    /**
     * The latest poll of each kind, dates first.
     *
     * @param viewer whose answers are told, or null
     */
    List<PollView> of(long tweetupId, State state, ZoneId zone, @Nullable Long viewer) {
        return of(tweetupId, state, zone, viewer, null);
    }

    /** The same with the answers of a guest. */
    List<PollView> ofGuest(Plans.Plan plan, long guest) {
        return of(plan.id(), plan.state(), plan.zone(), null, guest);
    }

    private List<PollView> of(long tweetupId, State state, ZoneId zone, @Nullable Long viewer, @Nullable Long guest) {
        List<Row> rows = jdbc.sql("""
                        select p.id as poll_id, p.kind, p.closes_at, p.closed_at, o.id, o.starts_at, o.ends_at, o.venue,
                            o.cost, o.capacity, o.access, o.chosen, c.yes, c.if_need_be, c.no, mine.answer as mine
                        from poll p join poll_option o on o.poll_id = p.id
                        cross join lateral (
                            select count(*) filter (where answer = 'YES') as yes,
                                count(*) filter (where answer = 'IF_NEED_BE') as if_need_be,
                                count(*) filter (where answer = 'NO') as no
                            from vote where option_id = o.id) c
                        left join vote mine on mine.option_id = o.id
                            and (mine.librarian_id = :viewer or mine.guest_id = :guest)
                        where p.id in (select max(id) from poll where tweetup_id = :tweetup group by kind)
                        order by p.kind, o.starts_at, o.id""")
                .param("tweetup", tweetupId)
                .param("viewer", viewer, Types.BIGINT)
                .param("guest", guest, Types.BIGINT)
                .query((row, n) -> new Row(
                        row.getLong("poll_id"),
                        Kind.valueOf(row.getString("kind")),
                        instant(row, "closes_at"),
                        row.getTimestamp("closed_at") != null,
                        option(row, zone)))
                .list();
        Collection<List<Row>> polls = rows.stream()
                .collect(Collectors.groupingBy(Row::poll, LinkedHashMap::new, Collectors.toList()))
                .values();
        return polls.stream().map(poll -> view(poll, state)).toList();
    }

    private PollView view(List<Row> rows, State state) {
        Row first = rows.get(0);
        List<Option> options = rows.stream().map(Row::option).toList();
        boolean open = !first.closed()
                && (first.closesAt() == null || first.closesAt().isAfter(clock.instant()))
                && Polling.asks(first.kind(), state);
        return new PollView(
                first.poll(),
                first.kind(),
                first.closesAt(),
                open,
                options,
                Ranking.best(options).orElse(null));
    }

    private static Option option(ResultSet row, ZoneId zone) throws SQLException {
        Instant start = instant(row, "starts_at");
        String mine = row.getString("mine");
        return new Option(
                row.getLong("id"),
                start,
                instant(row, "ends_at"),
                start == null ? Clocks.NOTHING : Clocks.at(start, zone),
                row.getString("venue"),
                row.getString("cost"),
                (Integer) row.getObject("capacity"),
                row.getString("access"),
                row.getBoolean("chosen"),
                row.getInt("yes"),
                row.getInt("if_need_be"),
                row.getInt("no"),
                mine == null ? null : Voice.valueOf(mine));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    /** @param next the key of the page after this one, or null at the end */
    record People(List<Voter> rows, @Nullable PageKey next) {}

    /** Who answered a poll: librarians, then guests. */
    People people(PollView poll, @Nullable Long viewer, @Nullable PageKey after) {
        record Keyed(Voter voter, PageKey key) {}
        List<Keyed> found = jdbc.sql("""
                        select s.guest, s.voter, coalesce(l.name, g.name, '') as name, a.handle, s.options, s.answers
                        from (select num_nonnulls(v.guest_id) as guest, coalesce(v.librarian_id, v.guest_id) as voter,
                                  array_agg(v.option_id) as options, array_agg(v.answer) as answers
                              from vote v join poll_option o on o.id = v.option_id
                              where o.poll_id = :poll group by 1, 2) s
                        left join librarian l on s.guest = 0 and l.id = s.voter and\s""" + Sight.OF_VIEWER + """
                         left join account a on a.id = l.id
                        left join guest g on s.guest = 1 and g.id = s.voter
                        where (s.guest, s.voter) > (:guest, :voter) order by s.guest, s.voter limit :limit""")
                .param("poll", poll.id())
                .param("viewer", viewer, Types.BIGINT)
                .param("guest", after == null ? -1 : after.number(0))
                .param("voter", after == null ? 0 : after.number(1))
                .param("limit", PEOPLE + 1)
                .query((row, n) -> new Keyed(voter(row, poll), PageKey.of(row.getLong("guest"), row.getLong("voter"))))
                .list();
        boolean more = found.size() > PEOPLE;
        List<Keyed> shown = more ? found.subList(0, PEOPLE) : found;
        return new People(
                shown.stream().map(Keyed::voter).toList(),
                more ? shown.get(PEOPLE - 1).key() : null);
    }

    private static Voter voter(ResultSet row, PollView poll) throws SQLException {
        List<Long> options = Arrays.asList((Long[]) row.getArray("options").getArray());
        String[] answers = (String[]) row.getArray("answers").getArray();
        String handle = row.getString("handle");
        return new Voter(
                row.getString("name"),
                handle == null ? null : "/librarians/" + handle,
                poll.options().stream()
                        .map(option -> options.indexOf(option.id()))
                        .map(at -> at < 0 ? "NONE" : answers[at])
                        .toList());
    }

    /** What the options of a poll are, to compare new ones with ({@link Draft#same}). */
    List<Object> same(PollView poll) {
        return poll.options().stream()
                .map(option -> Draft.sameAs(option.start(), option.end(), option.venue()))
                .toList();
    }

    /** The poll of this id among a tweetup's. */
    static PollView find(List<PollView> polls, long id) {
        return polls.stream()
                .filter(poll -> poll.id() == id)
                .findFirst()
                .orElseThrow(org.shelfmates.web.NotFoundException::new);
    }
}
