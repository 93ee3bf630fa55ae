package org.shelfmates.venue.appeal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Sight;
import org.shelfmates.place.Place;
import org.shelfmates.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

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

    private static final String ONE = """
            select a.*, p.name as place_name, p.slug as place_slug, p.country, p.zone, t.title, t.slug as tweetup_slug,
                g.name as group_name, g.slug as group_slug, l.id as person_id, ac.handle, l.name as person_name,
                greatest(1, coalesce(round(extract(epoch from t.ends_at - t.starts_at) / 3600), %d))::integer as hours,
                %s as runs
            from appeal a join place p on p.id = a.place_id
            left join tweetup t on t.id = a.tweetup_id left join city_group g on g.id = a.group_id
            left join librarian l on l.id = a.opened_by and %s left join account ac on ac.id = l.id
            where a.id = :id""".formatted(Appeal.USUAL_HOURS, Appeal.RUN_BY_VIEWER, Sight.OF_VIEWER);

    private static final String HERE = """
            select here.id as here_id, here.name as here_name, here.slug as here_slug, here.country as here_country,
                here.area as here_area, here.district as here_district, here.latitude as here_latitude,
                here.longitude as here_longitude, here.population as here_population, here.zone as here_zone, cards.*
            from place here left join lateral (
                select %s from place p join appeal a on a.place_id = p.id
                where p.position <@ cube_enlarge(here.position, chord_of(:within), 3)
                    and p.position <-> here.position <= chord_of(:within) and %s
                order by a.opened_at desc, a.id limit :limit) cards on true
            where here.country = :country and here.slug = :slug order by cards.opened_at desc, cards.id""".formatted(AppealCard.COLUMNS, NEEDED);

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

    /** A place, and the open appeals within 50 km of it, latest first. */
    public record Here(Place place, List<AppealCard> appeals) {}

    /**
     * By one statement, since a place's page has many parts.
     *
     * @param country ISO 3166-1 alpha-2, in either case
     */
    public Optional<Here> at(String country, String slug, int count) {
        record Row(Place place, @Nullable AppealCard card) {}
        List<Row> rows = jdbc.sql(HERE)
                .param("country", country.toUpperCase(Locale.ROOT))
                .param("slug", slug)
                .param("within", NEAR)
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", count)
                .query((row, n) -> new Row(place(row), row.getObject("id") == null ? null : AppealCard.read(row)))
                .list();
        return rows.stream()
                .findFirst()
                .map(first -> new Here(
                        first.place(),
                        rows.stream().map(Row::card).filter(Objects::nonNull).toList()));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getLong("here_id"),
                row.getString("here_name"),
                row.getString("here_slug"),
                row.getString("here_country"),
                row.getString("here_area"),
                row.getString("here_district"),
                row.getDouble("here_latitude"),
                row.getDouble("here_longitude"),
                row.getInt("here_population"),
                row.getString("here_zone"));
    }

    /** Open ones of a group, and of what it plans, latest first. */
    public List<AppealCard> ofGroup(long group, int count) {
        return cards("""
                select %s from appeal a join place p on p.id = a.place_id
                where (a.group_id = :group or a.tweetup_id in (select id from tweetup where group_id = :group))
                    and %s order by a.opened_at desc, a.id limit :limit""", count)
                .param("group", group)
                .query((row, n) -> AppealCard.read(row))
                .list();
    }

    private JdbcClient.StatementSpec cards(String sql, int count) {
        return jdbc.sql(sql.formatted(AppealCard.COLUMNS, NEEDED))
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", count);
    }

    /** The latest open appeal of a tweetup. */
    public Optional<AppealCard> ofTweetup(long tweetup) {
        return cards("""
                select %s from appeal a join place p on p.id = a.place_id
                where a.tweetup_id = :tweetup and %s order by a.opened_at desc, a.id limit :limit""", 1)
                .param("tweetup", tweetup)
                .query((row, n) -> AppealCard.read(row))
                .optional();
    }
}
