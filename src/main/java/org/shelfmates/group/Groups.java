package org.shelfmates.group;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Sight;
import org.shelfmates.picture.Picture;
import org.shelfmates.place.Coordinates;
import org.shelfmates.place.Place;
import org.shelfmates.web.PageKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** City groups, to read. */
@Service
@Transactional(readOnly = true)
public class Groups {

    private static final String FROM = " from city_group g join place p on p.id = g.place_id ";

    private static final String ONE = "select " + GroupCard.COLUMNS + ", " + Picture.COLUMNS + """
            , g.place_id, p.latitude, p.longitude, g.description, g.question, g.alt, m.audience, coalesce(m.organiser, false) as organiser,
                exists (select from join_request where group_id = g.id and librarian_id = :viewer
                    and (declined_at is null or declined_at > :again)) as asked,
                exists (select from group_invitation where group_id = g.id and librarian_id = :viewer) as invited,
                exists (select from removed_member where group_id = g.id and librarian_id = :viewer) as removed,
                case when m.organiser then (select count(*) from join_request r
                    where r.group_id = g.id and r.declined_at is null and\s"""
            + Sight.unblockedId("r.librarian_id") + """
            ) else 0 end as requests,
                cast(:viewer as bigint) is not null and g.unrun_told_at is not null and\s""" + Unrun.OF_GROUP + " as unrun" + FROM + """
            left join picture on picture.id = g.picture_id
            left join membership m on m.group_id = g.id and m.librarian_id = :viewer
            where g.slug = :slug""";

    /** How long who was declined waits before they may ask again. */
    public static final Duration AGAIN = Duration.ofDays(90);

    /** Groups of more kilometres are regions: found wherever they reach, however many others are nearer. */
    private static final int WIDE = 50;

    /** The 40 groups nearest to {@code :latitude} and {@code :longitude}, and the 10 nearest wide ones that reach there. */
    public static final String AROUND = """
            select %s, kilometres_of(g.position <-> earth_position(:latitude, :longitude)) as kilometres
            from city_group g join place p on p.id = g.place_id
            where g.id = any(array(
                (select id from city_group order by position <-> earth_position(:latitude, :longitude) limit 40)
                union
                (select id from city_group
                where radius_km > %d and cube_enlarge(position, chord_of(radius_km), 3) @> earth_position(:latitude, :longitude)
                    and position <-> earth_position(:latitude, :longitude) <= chord_of(radius_km)
                order by position <-> earth_position(:latitude, :longitude) limit 10)))
            order by kilometres, g.members desc, g.id""".formatted(GroupCard.COLUMNS, WIDE);

    private final JdbcClient jdbc;
    private final Clock clock;

    Groups(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param viewer whose standing is told, or null */
    public Optional<GroupPage> bySlug(String slug, @Nullable Long viewer) {
        return jdbc.sql(ONE)
                .param("viewer", viewer, Types.BIGINT)
                .param("slug", slug)
                .param("again", Timestamp.from(clock.instant().minus(AGAIN)))
                .param("since", Unrun.since(clock))
                .query((row, n) -> new GroupPage(
                        GroupCard.read(row, false),
                        row.getLong("place_id"),
                        new Coordinates(row.getDouble("latitude"), row.getDouble("longitude")),
                        row.getString("description"),
                        Admission.valueOf(row.getString("admission")),
                        row.getString("question"),
                        Picture.read(row),
                        row.getString("alt"),
                        standing(row),
                        row.getBoolean("unrun")))
                .optional();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String audience = row.getString("audience");
        return new Standing(
                audience != null,
                row.getBoolean("organiser"),
                audience == null ? null : Audience.valueOf(audience),
                row.getBoolean("asked"),
                row.getBoolean("invited"),
                row.getBoolean("removed"),
                row.getInt("requests"));
    }

    /** @param next the key of the page after this one, or null at the end */
    record Listing(List<GroupCard> groups, @Nullable PageKey next) {}

    /** Every group, biggest first. */
    Listing all(@Nullable PageKey key, int size) {
        List<GroupCard> groups = jdbc.sql("select " + GroupCard.COLUMNS + FROM
                        + "where (-g.members, g.id) > (:members, :id) order by -g.members, g.id limit :limit")
                .param("members", key == null ? Long.MIN_VALUE : key.number(0))
                .param("id", key == null ? 0 : key.number(1))
                .param("limit", size + 1)
                .query((row, n) -> GroupCard.read(row, false))
                .list();
        boolean more = groups.size() > size;
        List<GroupCard> shown = more ? groups.subList(0, size) : groups;
        GroupCard last = more ? shown.get(size - 1) : null;
        return new Listing(shown, last == null ? null : PageKey.of(-last.members(), last.id()));
    }

    /** The groups with most members. */
    public List<GroupCard> biggest(int count) {
        return all(null, count).groups();
    }

    /**
     * The groups nearest to a place, nearest first: those within {@code kilometres} or whose own radius reaches it, or
     * where there are none, the nearest one however far. Of more than {@code count}, one is wide if there is a wide one.
     */
    public List<GroupCard> near(Place place, double kilometres, int count) {
        List<GroupCard> around = around(place.coordinates());
        List<GroupCard> reaching = reaching(around, kilometres, count);
        return reaching.isEmpty() ? around.stream().limit(1).toList() : reaching;
    }

    /** The same, but none where there are none. */
    public List<GroupCard> reaching(Place place, double kilometres, int count) {
        return reaching(around(place.coordinates()), kilometres, count);
    }

    /** Of the groups {@link #AROUND} a place, the nearest that reach it; the last of them may be a wide one. */
    public static List<GroupCard> reaching(List<GroupCard> around, double kilometres, int count) {
        List<GroupCard> all =
                around.stream().filter(group -> group.reaches(kilometres)).toList();
        List<GroupCard> shown = new ArrayList<>(all.subList(0, Math.min(count, all.size())));
        if (all.size() > count && shown.stream().noneMatch(Groups::wide)) {
            all.stream().filter(Groups::wide).findFirst().ifPresent(group -> shown.set(count - 1, group));
        }
        return List.copyOf(shown);
    }

    /** Whether it is a region around the place that was asked about. */
    private static boolean wide(GroupCard group) {
        return group.radiusKm() > WIDE && group.reaches(0);
    }

    private List<GroupCard> around(Coordinates at) {
        return jdbc.sql(AROUND)
                .param("latitude", at.latitude())
                .param("longitude", at.longitude())
                .query((row, n) -> GroupCard.read(row, true))
                .list();
    }

    /** The groups that a librarian belongs to, by name, as far as the viewer may see it. */
    public List<GroupCard> of(long librarianId, @Nullable Long viewer) {
        return jdbc.sql("select " + GroupCard.COLUMNS + FROM
                        + "join membership m on m.group_id = g.id where m.librarian_id = :id and "
                        + Audience.SEEN + " order by g.name, g.id")
                .param("id", librarianId)
                .param("viewer", viewer, Types.BIGINT)
                .query((row, n) -> GroupCard.read(row, false))
                .list();
    }
}
