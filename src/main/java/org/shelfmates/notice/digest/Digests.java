package org.shelfmates.notice.digest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.shelfmates.librarian.suggest.Suggestions;
import org.shelfmates.notice.Channel;
import org.shelfmates.notice.Kind;
import org.shelfmates.tweetup.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what there is to tell somebody: three statements, however much it is, and once a week a fourth. */
@Service
class Digests {

    /** Longer than any transaction takes that writes down what is new: each is in one digest, and in no other. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private static final int WITHIN = 50;
    private static final int EACH = 5;

    private static final String WAITING = """
            select array_agg(n.id order by n.id) as ids, n.kind,
                count(distinct coalesce(n.actor_id::text, n.actor_name)) as people,
                (array_agg(n.actor_name order by n.id desc))[1] as actor,
                (array_agg(n.title order by n.id desc))[1] as title,
                (array_agg(n.path order by n.id))[1] as path,
                (array_agg(n.words order by n.id desc))[1] as words
            from notice n where n.librarian_id = :reader and n.mail = :channel
            group by n.subject, n.kind, case when n.kind = any(:grouped::text[]) then 0 else n.id end
            order by min(min(n.id)) over (partition by n.subject), min(n.id)""";

    private static final String IS_NEW = """
            (coalesce(s.created_at, t.created_at) > :since and coalesce(s.created_at, t.created_at) <= :until
                or t.dated_at > :since and t.dated_at <= :until)""";

    /** Still ahead, and neither planned nor answered by the reader, who knows of it then. */
    private static final String IS_OPEN = """
            (t.state in ('IDEA', 'POLLING') or t.state = 'SCHEDULED' and t.starts_at > :now)
                and not exists (select from planner mine where mine.tweetup_id = t.id and mine.librarian_id = :reader)
                and not exists (select from rsvp mine where mine.tweetup_id = t.id and mine.librarian_id = :reader)""";

    /** Of a series that is new its first date alone. */
    private static final String FIRST = "select distinct on (coalesce(t.series_id, -t.id)) t.id, t.starts_at, ";

    private static final String IN_ORDER = " order by coalesce(t.series_id, -t.id), t.starts_at";

    private static final String SOONEST = " order by starts_at nulls last, id limit :each)";

    private static final String NEWS = "with near as materialized (select * from (" + FIRST
            + "'' as by, false as plans from tweetup t left join series s on s.id = t.series_id"
            + " where t.place_id in (select id from place"
            + " where position <@ cube_enlarge(earth_position(:latitude, :longitude), chord_of(:within), 3)"
            + " and position <-> earth_position(:latitude, :longitude) <= chord_of(:within))"
            + " and " + IS_NEW + " and " + IS_OPEN + IN_ORDER + ") x" + SOONEST
            + ", grouped as materialized (select * from (" + FIRST
            + "g.name as by, false as plans from membership m join city_group g on g.id = m.group_id"
            + " join tweetup t on t.group_id = g.id left join series s on s.id = t.series_id"
            + " where m.librarian_id = :reader and " + IS_NEW + " and " + IS_OPEN + IN_ORDER + ") x"
            + " where id not in (select id from near)" + SOONEST
            + ", followed as (select * from (" + FIRST
            + "f.by, f.plans from ("
            + " select p.tweetup_id, l.name as by, true as plans from follow f"
            + " join planner p on p.librarian_id = f.followed_id join librarian l on l.id = f.followed_id"
            + " where f.follower_id = :reader"
            + " union all select r.tweetup_id, l.name, false from follow f"
            + " join rsvp r on r.librarian_id = f.followed_id join librarian l on l.id = f.followed_id"
            + " where f.follower_id = :reader and r.standing = 'CONFIRMED' and r.visible_to = any(:visible::text[])"
            + " and r.answered_at > :since and r.answered_at <= :until) f"
            + " join tweetup t on t.id = f.tweetup_id left join series s on s.id = t.series_id"
            + " where (not f.plans or " + IS_NEW + ") and " + IS_OPEN + IN_ORDER + ", f.plans desc, f.by) x"
            + " where id not in (select id from near union all select id from grouped)" + SOONEST
            + """
             select x.why, t.id, t.slug, t.title, t.starts_at, t.zone, t.venue, p.name as place, x.by, x.plans from (
                select 0 as why, * from near union all select 1, * from grouped union all select 2, * from followed) x
            join tweetup t on t.id = x.id join place p on p.id = t.place_id
            order by x.why, t.starts_at nulls last, t.id""";

    private final JdbcClient jdbc;
    private final Questions questions;
    private final Suggestions suggestions;

    Digests(JdbcClient jdbc, Questions questions, Suggestions suggestions) {
        this.suggestions = suggestions;
        this.questions = questions;
        this.jdbc = jdbc;
    }

    /** Not read-only: the person of the week is picked when first asked for. */
    @Transactional
    public Digest read(Turn turn, Instant now) {
        return turn.news()
                ? withSomeoneNew(
                        turn, new Digest(waiting(turn), news(turn, now), questions.of(turn, SETTLED, EACH), null))
                : new Digest(waiting(turn), List.of(), List.of(), null);
    }

    private Digest withSomeoneNew(Turn turn, Digest digest) {
        return turn.channel() != Channel.WEEKLY || digest.isEmpty()
                ? digest
                : new Digest(
                        digest.waiting(),
                        digest.news(),
                        digest.questions(),
                        suggestions
                                .someoneNew(
                                        turn.librarianId(),
                                        turn.due().atZone(turn.zone()).toLocalDate())
                                .orElse(null));
    }

    private List<Digest.Waiting> waiting(Turn turn) {
        return jdbc.sql(WAITING)
                .param("reader", turn.librarianId())
                .param("channel", turn.channel().name())
                .param("grouped", Kind.groupedNames())
                .query((row, n) -> new Digest.Waiting(
                        List.of((Long[]) row.getArray("ids").getArray()),
                        Kind.valueOf(row.getString("kind")),
                        row.getInt("people"),
                        row.getString("actor"),
                        row.getString("title"),
                        row.getString("path"),
                        row.getString("words")))
                .list();
    }

    private List<Digest.News> news(Turn turn, Instant now) {
        return jdbc.sql(NEWS)
                .param("reader", turn.librarianId())
                .param("latitude", turn.latitude())
                .param("longitude", turn.longitude())
                .param("within", WITHIN)
                .param("since", Timestamp.from(turn.since().minus(SETTLED)))
                .param("until", Timestamp.from(turn.due().minus(SETTLED)))
                .param("now", Timestamp.from(now))
                .param("visible", Visibility.MEMBERS.seen())
                .param("each", EACH)
                .query(Digests::news)
                .list();
    }

    private static Digest.News news(ResultSet row, int n) throws SQLException {
        Timestamp start = row.getTimestamp("starts_at");
        return new Digest.News(
                Digest.Why.values()[row.getInt("why")],
                row.getLong("id"),
                row.getString("slug"),
                row.getString("title"),
                start == null ? null : start.toInstant(),
                ZoneId.of(row.getString("zone")),
                row.getString("venue"),
                row.getString("place"),
                row.getString("by"),
                row.getBoolean("plans"));
    }
}
