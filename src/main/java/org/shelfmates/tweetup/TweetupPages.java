package org.shelfmates.tweetup;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.ConversationPages;
import org.shelfmates.conversation.Conversations;
import org.shelfmates.conversation.Order;
import org.shelfmates.conversation.Reader;
import org.shelfmates.conversation.Subject;
import org.shelfmates.conversation.Writer;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a tweetup's page shows. */
@Service
@Transactional(readOnly = true)
public class TweetupPages {

    /** Joins the planners of {@code t}, for {@link Person#all}. */
    public static final String PLANNED = planned("true");

    private static String planned(String which) {
        return """
            cross join lateral (
                select array_agg(l.id order by l.id) as ids, array_agg(a.handle order by l.id) as handles,
                    array_agg(l.name order by l.id) as names
                from planner join librarian l on l.id = planner.librarian_id join account a on a.id = l.id
                where planner.tweetup_id = t.id and %s) planned
            """.formatted(which);
    }

    private final JdbcClient jdbc;
    private final Conversations conversations;
    private final ConversationPages threads;
    private final List<PagePart> parts;
    private final Clock clock;

    TweetupPages(
            JdbcClient jdbc,
            Conversations conversations,
            ConversationPages threads,
            List<PagePart> parts,
            Clock clock) {
        this.parts = parts;
        this.threads = threads;
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.clock = clock;
    }

    /**
     * All that a tweetup's page shows.
     *
     * @param answered whose comment the viewer wants to answer, or null
     * @param parts what the {@link PagePart}s show
     */
    record Whole(
            TweetupPage tweetup,
            ConversationPages.Reading conversation,
            @Nullable Writer answered,
            Map<String, Object> parts) {}

    /**
     * @param viewer whose answer is told, and who has read the comments then; or null
     * @param order of the conversation
     * @param comments the key of a later page of it, or null
     * @param reply the comment that is to be answered, or null
     */
    @Transactional
    Optional<Whole> whole(
            long id, @Nullable Long viewer, Order order, @Nullable String comments, @Nullable Long reply) {
        Subject subject = Tweetup.subject(id);
        return byId(id, viewer)
                .map(tweetup -> new Whole(
                        tweetup,
                        threads.read(subject, reader(tweetup, viewer), order, comments, ConversationPages.SIZE),
                        reply == null
                                ? null
                                : conversations.author(subject, reply, viewer).orElse(null),
                        parts(tweetup, viewer)));
    }

    private static Reader reader(TweetupPage tweetup, @Nullable Long viewer) {
        return viewer == null ? Reader.STRANGER : new Reader(viewer, tweetup.plannedBy(viewer));
    }

    private Map<String, Object> parts(TweetupPage page, @Nullable Long viewer) {
        Map<String, Object> all = new HashMap<>();
        parts.forEach(part -> all.putAll(part.of(page, viewer)));
        return all;
    }

    public Optional<TweetupPage> byId(long id, @Nullable Long viewer) {
        return byId(id, viewer, null);
    }

    /**
     * @param viewer whose answer is told, or null
     * @param rsvp of a guest, which is told instead, or null
     */
    public Optional<TweetupPage> byId(long id, @Nullable Long viewer, @Nullable Long rsvp) {
        return jdbc.sql("select " + TweetupCard.COLUMNS + """
                        , c.maybe, t.plan, t.companions_max,
                            (select count(*) from guest_comment gc where gc.tweetup_id = t.id and gc.used_at is not null
                                and gc.done_at is null) as held, planned.ids, planned.handles, planned.names,
                            parts.part_ids, parts.part_names, parts.part_left,
                            mine.answer, mine.standing, mine.note, mine.companions, mine.visible_to, mine.share_email,
                            (select array_agg(part_id) from rsvp_part where rsvp_id = mine.id) as my_parts,
                            o.name as occasion_name, o.slug as occasion_slug,
                            case when mine.standing = 'WAITING' then (
                                select count(*) from rsvp where tweetup_id = t.id and standing = 'WAITING'
                                    and turn < mine.turn) else 0 end as ahead,
                            mine.again, """ + Attendance.came("mine") + " as came, "
                        + Invitation.COLUMNS + ", " + Memory.COLUMNS + InSeries.COLUMNS + Space.COLUMNS
                        + TweetupCard.FROM + """
                        """
                        + planned(Sight.unblocked("l")) + """
                        cross join lateral (
                            select array_agg(part.id order by part.position) as part_ids,
                                array_agg(part.name order by part.position) as part_names,
                                array_agg(part.capacity - least(part.capacity, taken.places) order by part.position) as part_left
                            from part cross join lateral (
                                select coalesce(sum(1 + r.companions), 0)::integer as places
                                from rsvp_part rp join rsvp r on r.id = rp.rsvp_id
                                where rp.part_id = part.id and r.standing = 'CONFIRMED') taken
                            where part.tweetup_id = t.id) parts
                        left join rsvp mine on mine.tweetup_id = t.id and (mine.librarian_id = :viewer or mine.id = :rsvp)
                        left join occasion o on o.id = t.occasion_id
                        """
                        + Invitation.JOIN + Memory.JOIN + InSeries.JOIN + Space.JOIN + " where t.id = :id")
                .param("id", id)
                .param("viewer", viewer, Types.BIGINT)
                .param("rsvp", rsvp, Types.BIGINT)
                .query((row, n) -> page(row))
                .optional();
    }

    private TweetupPage page(ResultSet row) throws SQLException {
        Instant now = clock.instant();
        return new TweetupPage(
                TweetupCard.read(row, now, false),
                row.getString("plan"),
                Person.all(row),
                row.getInt("maybe"),
                parts(row),
                row.getInt("companions_max"),
                mine(row),
                Invitation.read(row, now),
                Around.of(row),
                Memory.read(row),
                InSeries.read(row),
                Space.read(row),
                row.getInt("held"));
    }

    private static List<TweetupPage.Part> parts(ResultSet row) throws SQLException {
        Array ids = row.getArray("part_ids");
        if (ids == null) {
            return List.of();
        }
        Long[] id = (Long[]) ids.getArray();
        String[] name = (String[]) row.getArray("part_names").getArray();
        Integer[] left = (Integer[]) row.getArray("part_left").getArray();
        return IntStream.range(0, id.length)
                .mapToObj(i -> new TweetupPage.Part(id[i], name[i], left[i]))
                .toList();
    }

    private static TweetupPage.@Nullable Mine mine(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        if (answer == null) {
            return null;
        }
        Array parts = row.getArray("my_parts");
        return new TweetupPage.Mine(
                Answer.valueOf(answer),
                standing(row),
                row.getString("note"),
                row.getInt("companions"),
                parts == null ? List.of() : List.of((Long[]) parts.getArray()),
                Visibility.valueOf(row.getString("visible_to")),
                row.getBoolean("share_email"),
                row.getInt("ahead"),
                row.getBoolean("came"),
                (Boolean) row.getObject("again"));
    }

    private static @Nullable Standing standing(ResultSet row) throws SQLException {
        String standing = row.getString("standing");
        return standing == null ? null : Standing.valueOf(standing);
    }
}
