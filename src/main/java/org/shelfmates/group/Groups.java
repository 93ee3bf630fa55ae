package org.shelfmates.group;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
                case when m.organiser then (select count(*) from join_request
                    where group_id = g.id and declined_at is null) else 0 end as requests
            """ + FROM + """
            left join picture on picture.id = g.picture_id
            left join membership m on m.group_id = g.id and m.librarian_id = :viewer
            where g.slug = :slug""";

    /** How long who was declined waits before they may ask again. */
    public static final Duration AGAIN = Duration.ofDays(90);

    /** Among how many of the nearest groups those that reach a place are looked for. */
    private static final int CANDIDATES = 40;

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
                .query((row, n) -> new GroupPage(
                        GroupCard.read(row, false),
                        row.getLong("place_id"),
                        new Coordinates(row.getDouble("latitude"), row.getDouble("longitude")),
                        row.getString("description"),
                        Admission.valueOf(row.getString("admission")),
                        row.getString("question"),
                        Picture.read(row),
                        row.getString("alt"),
                        standing(row)))
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
     * where there are none, the nearest one however far.
     */
    public List<GroupCard> near(Place place, double kilometres, int count) {
        List<GroupCard> nearest = nearest(place.coordinates());
        List<GroupCard> reaching = reaching(nearest, kilometres, count);
        return reaching.isEmpty() ? nearest.stream().limit(1).toList() : reaching;
    }

    /** The same, but none where there are none. */
    public List<GroupCard> reaching(Place place, double kilometres, int count) {
        return reaching(nearest(place.coordinates()), kilometres, count);
    }

    /** The groups near another, nearest first. */
    public List<GroupCard> near(GroupPage group, double kilometres, int count) {
        List<GroupCard> others = nearest(group.at()).stream()
                .filter(other -> other.id() != group.card().id())
                .toList();
        return reaching(others, kilometres, count);
    }

    private static List<GroupCard> reaching(List<GroupCard> nearest, double kilometres, int count) {
        return nearest.stream()
                .filter(group -> group.reaches(kilometres))
                .limit(count)
                .toList();
    }

    private List<GroupCard> nearest(Coordinates at) {
        return jdbc.sql("select " + GroupCard.COLUMNS
                        + ", kilometres_of(p.position <-> earth_position(:latitude, :longitude)) as kilometres"
                        + """
                         from (select * from city_group
                              order by position <-> earth_position(:latitude, :longitude) limit :limit) g
                        join place p on p.id = g.place_id
                        order by kilometres, g.members desc, g.id limit :limit""")
                .param("latitude", at.latitude())
                .param("longitude", at.longitude())
                .param("limit", CANDIDATES)
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
