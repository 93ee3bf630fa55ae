package org.shelfmates.group.board;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.group.GroupCard;
import org.shelfmates.group.GroupPage;
import org.shelfmates.group.Groups;
import org.shelfmates.librarian.Sight;
import org.shelfmates.venue.appeal.AppealCard;
import org.shelfmates.venue.appeal.Appeals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What a group's own page shows of its board, and the groups around: by one statement, for the page has many to send. */
@Service
@Transactional(readOnly = true)
public class Front {

    private static final int POSTS = 3;
    private static final int APPEALS = 3;

    /** In kilometres. */
    private static final int NEAR = 50;

    private static final int GROUPS = 4;

    /** The latest of those that are pinned and of those that are not: the index has them one after the other. */
    private static final String LATEST = """
            (select coalesce(json_agg(post order by post.active_at desc, post.id desc), '[]')::text from (
                select b.id, '/groups/' || g.slug || '/board/' || b.id || '/' || b.slug as path, b.kind, b.title,
                    json_build_object('id', l.id, 'handle', a.handle, 'name', l.name) as author, b.active_at, z.zone,
                    (select count(*) from thread t join comment c on c.thread_id = t.id
                        where t.subject = 'board:' || b.id and c.deleted_at is null) as answers,
                    b.pinned_at is not null as pinned, b.closed_at is not null as closed, false as hidden
                from (values (true), (false)) pin (pinned) cross join lateral (
                    select * from board_post b
                    where b.group_id = :group and :reads and (:member or not b.for_members)
                        and b.taken_back_at is null and b.hidden_at is null
                        and (b.pinned_at is not null) = pin.pinned and %s
                    order by b.active_at desc, b.id desc limit :posts) b
                join city_group g on g.id = b.group_id join place z on z.id = g.place_id
                join librarian l on l.id = b.author_id join account a on a.id = l.id
                order by b.active_at desc, b.id desc limit :posts) post)""".formatted(Sight.unblockedId("b.author_id"));

    private static final String SQL = "select front.*, near.* from (select " + LATEST + " as posts, " + Appeals.OF_GROUP
            + " as appeals) front left join lateral (" + Groups.AROUND + ") near on true"
            + " order by near.kilometres, near.members desc, near.id";

    private static final JsonMapper CARDS = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final JdbcClient jdbc;
    private final Clock clock;

    Front(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param posts the latest, whether pinned or not; none for who may not read the board
     * @param near other groups, nearest first
     */
    public record Shown(List<PostCard> posts, List<AppealCard> appeals, List<GroupCard> near) {}

    /** @param viewer who looks, or null */
    public Shown of(GroupPage group, @Nullable Long viewer) {
        List<PostCard> posts = new ArrayList<>();
        List<AppealCard> appeals = new ArrayList<>();
        List<GroupCard> around = new ArrayList<>();
        jdbc.sql(SQL)
                .param("group", group.card().id())
                .param("viewer", viewer, Types.BIGINT)
                .param("reads", Readership.reads(group))
                .param("member", group.standing().member())
                .param("posts", POSTS)
                .param("appeals", APPEALS)
                .param("now", Timestamp.from(clock.instant()))
                .param("latitude", group.at().latitude())
                .param("longitude", group.at().longitude())
                .query(row -> {
                    if (row.isFirst()) {
                        posts.addAll(List.of(CARDS.readValue(row.getString("posts"), PostCard[].class)));
                        appeals.addAll(Appeals.readAll(row.getString("appeals")));
                    }
                    GroupCard card = GroupCard.read(row, true); // the group itself is among them
                    if (card.id() != group.card().id()) {
                        around.add(card);
                    }
                });
        return new Shown(posts, appeals, Groups.reaching(around, NEAR, GROUPS));
    }
}
