package org.shelfmates.group;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** Among how many of the nearest groups those that reach a place are looked for. */
    private static final int CANDIDATES = 40;

    private final JdbcClient jdbc;

    Groups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param viewer whose membership is told, or null */
    public Optional<GroupPage> bySlug(String slug, @Nullable Long viewer) {
        return jdbc.sql("select " + GroupCard.COLUMNS + ", g.place_id, g.description, m.organiser" + FROM
                        + "left join membership m on m.group_id = g.id and m.librarian_id = :viewer"
                        + " where g.slug = :slug")
                .param("viewer", viewer, Types.BIGINT)
                .param("slug", slug)
                .query((row, n) -> new GroupPage(
                        GroupCard.read(row, false), row.getLong("place_id"), row.getString("description"), (Boolean)
                                row.getObject("organiser")))
                .optional();
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
        List<GroupCard> nearest = jdbc.sql("select " + GroupCard.COLUMNS
                        + ", kilometres_of(p.position <-> earth_position(:latitude, :longitude)) as kilometres"
                        + """
                         from (select * from city_group
                              order by position <-> earth_position(:latitude, :longitude) limit :limit) g
                        join place p on p.id = g.place_id
                        order by kilometres, g.members desc, g.id limit :limit""")
                .param("latitude", place.latitude())
                .param("longitude", place.longitude())
                .param("limit", CANDIDATES)
                .query((row, n) -> GroupCard.read(row, true))
                .list();
        List<GroupCard> reaching = nearest.stream()
                .filter(group -> group.reaches(kilometres))
                .limit(count)
                .toList();
        return reaching.isEmpty() ? nearest.stream().limit(1).toList() : reaching;
    }

    /** The groups that a librarian belongs to, by name. */
    public List<GroupCard> of(long librarianId) {
        return jdbc.sql("select " + GroupCard.COLUMNS + FROM
                        + "join membership m on m.group_id = g.id where m.librarian_id = :id order by g.name, g.id")
                .param("id", librarianId)
                .query((row, n) -> GroupCard.read(row, false))
                .list();
    }
}
