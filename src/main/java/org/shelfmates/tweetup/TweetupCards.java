package org.shelfmates.tweetup;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Sight;
import org.shelfmates.web.PageKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of tweetups, each by one statement. */
@Service
@Transactional(readOnly = true)
public class TweetupCards {

    /** Sorts what has no date after all that has one. */
    private static final Instant NO_DATE = Instant.parse("3000-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final Clock clock;

    TweetupCards(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The sides of the list of tweetups. */
    public enum Show {
        /** Dated and ahead, soonest first. */
        COMING,
        /** Ideas and polls, newest first. */
        PLANNED,
        /** Over or cancelled, latest first. */
        PAST;

        /** As addresses have it: {@code coming}, {@code planned}, {@code past}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param next the key of the page after this one, or null at the end */
    public record Listing(
            List<TweetupCard> tweetups, @Nullable PageKey next) {}

    /** @param key where the page begins, or null for the first */
    public Listing list(TweetupFilter filter, @Nullable String key, int size) {
        PageKey from = PageKey.parse(key, filter.planned() ? 1 : 2);
        String order = switch (filter.show()) {
            case COMING -> after(from, " and (t.starts_at, t.id) > (:at, :id)") + " order by t.starts_at, t.id";
            case PAST -> after(from, " and (t.starts_at, t.id) < (:at, :id)") + " order by t.starts_at desc, t.id desc";
            case PLANNED -> after(from, " and t.id < :id") + " order by t.id desc";
        };
        var statement = filter.bind(select(filter.conditions() + order + " limit :limit"))
                .param("limit", size + 1);
        if (from != null && filter.planned()) {
            statement.param("id", from.number(0));
        } else if (from != null) {
            statement.param("at", Timestamp.from(from.instant(0))).param("id", from.number(1));
        }
        return page(cards(statement), size, last -> key(filter.show(), last));
    }

    private static Listing page(List<TweetupCard> found, int size, Function<TweetupCard, PageKey> key) {
        boolean more = found.size() > size;
        List<TweetupCard> shown = more ? found.subList(0, size) : found;
        return new Listing(shown, more ? key.apply(shown.get(size - 1)) : null);
    }

    private static String after(@Nullable PageKey key, String condition) {
        return key == null ? "" : condition;
    }

    private static PageKey key(Show show, TweetupCard last) {
        return show == Show.PLANNED
                ? PageKey.of(last.id())
                : PageKey.of(Objects.requireNonNull(last.startsAt()), last.id());
    }

    /** What is coming soonest, anywhere. */
    public List<TweetupCard> soonest(int count) {
        return list(TweetupFilter.only(Show.COMING, null, 0), null, count).tweetups();
    }

    /**
     * A group's tweetups: {@code ahead} with a date, soonest first, so many that are planned without one, newest first, and so
     * many over or cancelled, latest first. None of the three crowds another out, such as a series what is being planned.
     */
    public List<TweetupCard> ofGroup(long groupId, int ahead, int planned, int over) {
        return cards(select("""
                        t.id = any(array(
                            (select id from tweetup where group_id = :group and state = 'SCHEDULED' and ends_at > :now
                                order by starts_at, id limit :ahead)
                            union all (select id from tweetup where group_id = :group and state in ('IDEA', 'POLLING')
                                order by id desc limit :planned)
                            union all (select id from tweetup where group_id = :group
                                    and (state = 'CANCELLED' or state = 'SCHEDULED' and ends_at <= :now)
                                order by starts_at desc nulls last, id desc limit :over)))
                        order by (t.state <> 'CANCELLED' and (t.ends_at is null or t.ends_at > :now)) desc,
                            case when t.ends_at > :now then t.starts_at end, t.starts_at desc, t.id desc""").params(Map.of("group", groupId, "ahead", ahead, "planned", planned, "over", over)));
    }

    /**
     * What hangs on an occasion, whatever became of it: in the order of time, what has no date yet last.
     *
     * @param key where the page begins, or null for the first
     */
    public Listing around(long occasionId, @Nullable String key, int size) {
        PageKey from = PageKey.parse(key, 2);
        String time = "coalesce(t.starts_at, timestamptz '" + NO_DATE + "')";
        return page(
                cards(select("t.occasion_id = :occasion and (" + time + ", t.id) > (:at, :id) order by " + time
                                + ", t.id limit :limit")
                        .param("occasion", occasionId)
                        .param("at", Timestamp.from(from == null ? Instant.EPOCH : from.instant(0)))
                        .param("id", from == null ? 0 : from.number(1))
                        .param("limit", size + 1)),
                size,
                last -> PageKey.of(Objects.requireNonNullElse(last.startsAt(), NO_DATE), last.id()));
    }

    /**
     * A series' tweetups to come, in the order of time, what has no date any more last; or those past, latest first.
     *
     * @param key where the page begins, or null for the first
     */
    public Listing ofSeries(long seriesId, boolean past, @Nullable String key, int size) {
        PageKey from = PageKey.parse(key, 2);
        String time = "coalesce(t.starts_at, timestamptz '" + NO_DATE + "')";
        String ends = "coalesce(t.ends_at, timestamptz '" + NO_DATE + "')";
        String side = past
                ? ends + " <= :now" + after(from, " and (" + time + ", t.id) < (:at, :id)") + " order by " + time
                        + " desc, t.id desc"
                : ends + " > :now" + after(from, " and (" + time + ", t.id) > (:at, :id)") + " order by " + time
                        + ", t.id";
        var statement = select("t.series_id = :series and " + side + " limit :limit")
                .param("series", seriesId)
                .param("limit", size + 1);
        if (from != null) {
            statement.param("at", Timestamp.from(from.instant(0))).param("id", from.number(1));
        }
        return page(
                cards(statement),
                size,
                last -> PageKey.of(Objects.requireNonNullElse(last.startsAt(), NO_DATE), last.id()));
    }

    /**
     * What a librarian plans or has said they (may) come to, and is ahead: soonest first, plans without a date last. Others
     * read of what they come to as far as they let them see it on the tweetup's page.
     *
     * @param reader null for a stranger
     */
    public List<TweetupCard> ahead(long librarianId, @Nullable Long reader, int count) {
        boolean own = Objects.equals(reader, librarianId);
        Visibility visible = own ? Visibility.PLANNERS : reader == null ? Visibility.EVERYONE : Visibility.MEMBERS;
        return cards(select("""
                        t.id in (select tweetup_id from planner where librarian_id = :librarian
                                 union select tweetup_id from rsvp
                                 where librarian_id = :librarian and answer in ('GOING', 'MAYBE')
                                    and visible_to = any(:visible::text[]))
                            and t.state <> 'CANCELLED' and (t.ends_at is null or t.ends_at > :now)
                        order by t.starts_at nulls last, t.id limit :limit""").params(Map.of("librarian", librarianId, "visible", visible.seen(), "limit", count)));
    }

    /** What a librarian is asked to plan with others, newest first. */
    public List<PlanningRequest> askedToPlan(long librarianId, int count) {
        return jdbc.sql("""
                        select t.id, t.title, t.slug, l.id as person_id, a.handle, l.name as person_name
                        from planner_invitation i join tweetup t on t.id = i.tweetup_id
                            join librarian l on l.id = i.invited_by join account a on a.id = l.id
                        where i.librarian_id = :viewer and\s""" + Sight.OF_VIEWER + """
                         order by i.invited_at desc, t.id limit :count""")
                .param("viewer", librarianId)
                .param("count", count)
                .query((row, n) -> new PlanningRequest(
                        row.getLong("id"),
                        row.getString("title"),
                        "/tweetups/" + row.getLong("id") + "/" + row.getString("slug"),
                        Person.of(row)))
                .list();
    }

    private JdbcClient.StatementSpec select(String conditions) {
        return jdbc.sql("select " + TweetupCard.COLUMNS + TweetupCard.FROM + "where " + conditions)
                .param("now", now());
    }

    private List<TweetupCard> cards(JdbcClient.StatementSpec statement) {
        Instant now = clock.instant();
        return statement.query((row, n) -> TweetupCard.read(row, now, false)).list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
