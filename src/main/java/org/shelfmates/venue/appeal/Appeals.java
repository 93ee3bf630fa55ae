package org.shelfmates.venue.appeal;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Sight;
import org.shelfmates.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Appeals, to read, and who may run them. */
@Service
@Transactional(readOnly = true)
public class Appeals {

    /** How far from a place its appeals are told there, in kilometres. */
    private static final int NEAR = 50;

    /** What is over or cancelled needs no space any more. */
    private static final String NEEDED = """
            a.closed_at is null and not exists (select from tweetup t where t.id = a.tweetup_id
                and (t.state = 'CANCELLED' or t.ends_at <= :now))""";

    /** How the tweetup {@code t} of an appeal ended by {@code :now}, null where it did not or there is none. */
    static final String ENDED =
            "(case when t.state = 'CANCELLED' then 'CANCELLED' when t.ends_at <= :now then 'OVER' end)";

    private static final String ONE = """
            select a.*, p.name as place_name, p.slug as place_slug, p.country, p.zone, t.title, t.slug as tweetup_slug,
                g.name as group_name, g.slug as group_slug, l.id as person_id, ac.handle, l.name as person_name,
                greatest(1, coalesce(round(extract(epoch from t.ends_at - t.starts_at) / 3600), %d))::integer as hours,
                %s as runs, %s as ended
            from appeal a join place p on p.id = a.place_id
            left join tweetup t on t.id = a.tweetup_id left join city_group g on g.id = a.group_id
            left join librarian l on l.id = a.opened_by and %s left join account ac on ac.id = l.id
            where a.id = :id""".formatted(Appeal.USUAL_HOURS, Appeal.RUN_BY_VIEWER, ENDED, Sight.OF_VIEWER);

    /**
     * For a page that reads more of a place by the same statement, after {@code here}, the place's row: the open appeals within
     * 50 km of it, latest first, as a text that {@link #readAll} reads; at {@code :now}, {@code :appeals} of them.
     */
    public static final String AROUND_HERE = """
            (select coalesce(json_agg(card order by card.opened_at desc, card.id), '[]')::text from (
                select %s from here join place p on p.position <@ cube_enlarge(here.position, chord_of(%d), 3)
                        and p.position <-> here.position <= chord_of(%d)
                    join appeal a on a.place_id = p.id
                where %s order by a.opened_at desc, a.id limit :appeals) card)""".formatted(AppealCard.COLUMNS, NEAR, NEAR, NEEDED);

    /** The same for {@code :group}: its open ones, and those of what it plans. */
    public static final String OF_GROUP = """
            (select coalesce(json_agg(card order by card.opened_at desc, card.id), '[]')::text from (
                select %s from appeal a join place p on p.id = a.place_id
                where (a.group_id = :group or a.tweetup_id in (select id from tweetup where group_id = :group))
                    and %s order by a.opened_at desc, a.id limit :appeals) card)""".formatted(AppealCard.COLUMNS, NEEDED);

    private static final JsonMapper CARDS = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final JdbcClient jdbc;
    private final Clock clock;

    Appeals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param viewer a librarian, or null for strangers
     * @throws NotFoundException when there is none of this id
     */
    public Appeal find(long id, @Nullable Long viewer) {
        return jdbc.sql(ONE)
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .param("viewer", viewer, Types.BIGINT)
                .query((row, n) -> Appeal.read(row))
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * The appeal with its row locked until the transaction ends: whatever changes it or its suggestions goes through here,
     * one at a time.
     *
     * @throws NotFoundException when there is none of this id
     */
    @Transactional
    public Appeal locked(long id, @Nullable Long viewer) {
        jdbc.sql("select id from appeal where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFoundException::new);
        return find(id, viewer);
    }

    /**
     * The same for who runs it.
     *
     * @throws AccessDeniedException for everybody else
     */
    @Transactional
    public Appeal run(long id, long librarian) {
        Appeal appeal = locked(id, librarian);
        if (!appeal.runs()) {
            throw new AccessDeniedException("neither a planner nor an organiser of appeal " + id);
        }
        return appeal;
    }

    /** Reads {@link #AROUND_HERE} and {@link #OF_GROUP}. */
    public static List<AppealCard> readAll(String cards) {
        return List.of(CARDS.readValue(cards, AppealCard[].class));
    }

    /** Open ones of a group, and of what it plans, latest first. */
    public List<AppealCard> ofGroup(long group, int count) {
        return readAll(jdbc.sql("select " + OF_GROUP)
                .param("group", group)
                .param("now", Timestamp.from(clock.instant()))
                .param("appeals", count)
                .query(String.class)
                .single());
    }

    /** The latest open appeal of a tweetup. */
    public Optional<AppealCard> ofTweetup(long tweetup) {
        return jdbc.sql("""
                        select %s from appeal a join place p on p.id = a.place_id
                        where a.tweetup_id = :tweetup and %s order by a.opened_at desc, a.id limit 1""".formatted(AppealCard.COLUMNS, NEEDED))
                .param("now", Timestamp.from(clock.instant()))
                .param("tweetup", tweetup)
                .query((row, n) -> AppealCard.read(row))
                .optional();
    }
}
