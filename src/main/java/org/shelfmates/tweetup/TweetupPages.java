package org.shelfmates.tweetup;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.Conversations;
import org.shelfmates.conversation.Subject;
import org.shelfmates.librarian.Person;
import org.shelfmates.web.PageKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a tweetup's page shows. */
@Service
@Transactional(readOnly = true)
class TweetupPages {

    private static final int SLIP = 100;
    private static final int COMMENTS = 100;

    private final JdbcClient jdbc;
    private final Conversations conversations;
    private final List<PagePart> parts;
    private final Clock clock;

    TweetupPages(JdbcClient jdbc, Conversations conversations, List<PagePart> parts, Clock clock) {
        this.parts = parts;
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
            Slip slip,
            Conversations.Reading conversation,
            @Nullable Person answered,
            Map<String, Object> parts) {}

    /**
     * @param viewer whose answer is told, or null
     * @param comments the key of a later page of the conversation, or null
     * @param reply the comment that is to be answered, or null
     */
    Optional<Whole> whole(long id, @Nullable Long viewer, @Nullable String comments, @Nullable Long reply) {
        Subject subject = Tweetup.subject(id);
        return byId(id, viewer)
                .map(tweetup -> new Whole(
                        tweetup,
                        slip(id, null),
                        conversations.read(subject, comments, COMMENTS),
                        reply == null
                                ? null
                                : conversations.author(subject, reply).orElse(null),
                        parts(tweetup.card(), viewer)));
    }

    private Map<String, Object> parts(TweetupCard card, @Nullable Long viewer) {
        Map<String, Object> all = new HashMap<>();
        parts.forEach(part -> all.putAll(part.of(card, viewer)));
        return all;
    }

    /** @param viewer whose answer is told, or null */
    Optional<TweetupPage> byId(long id, @Nullable Long viewer) {
        return jdbc.sql("select " + TweetupCard.COLUMNS + """
                        , c.maybe, t.plan, planned.ids, planned.handles, planned.names, mine.answer, mine.standing, mine.note,
                            case when mine.standing = 'WAITING' then (
                                select count(*) from rsvp where tweetup_id = t.id and standing = 'WAITING'
                                    and turn < mine.turn) else 0 end as ahead""" + TweetupCard.FROM + """
                        cross join lateral (
                            select array_agg(l.id order by l.id) as ids, array_agg(a.handle order by l.id) as handles,
                                array_agg(l.name order by l.id) as names
                            from planner join librarian l on l.id = planner.librarian_id join account a on a.id = l.id
                            where planner.tweetup_id = t.id) planned
                        left join rsvp mine on mine.tweetup_id = t.id and mine.librarian_id = :viewer
                        where t.id = :id""")
                .param("id", id)
                .param("viewer", viewer, Types.BIGINT)
                .query((row, n) -> new TweetupPage(
                        TweetupCard.read(row, clock.instant(), false),
                        row.getString("plan"),
                        planners(row),
                        row.getInt("maybe"),
                        mine(row)))
                .optional();
    }

    private static List<Person> planners(ResultSet row) throws SQLException {
        Array ids = row.getArray("ids");
        if (ids == null) {
            return List.of();
        }
        Long[] id = (Long[]) ids.getArray();
        String[] handle = (String[]) row.getArray("handles").getArray();
        String[] name = (String[]) row.getArray("names").getArray();
        List<Person> planners = new ArrayList<>();
        for (int i = 0; i < id.length; i++) {
            planners.add(new Person(id[i], handle[i], name[i]));
        }
        return planners;
    }

    private static TweetupPage.@Nullable Mine mine(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        return answer == null
                ? null
                : new TweetupPage.Mine(
                        Answer.valueOf(answer), standing(row), row.getString("note"), row.getInt("ahead"));
    }

    private static @Nullable Standing standing(ResultSet row) throws SQLException {
        String standing = row.getString("standing");
        return standing == null ? null : Standing.valueOf(standing);
    }

    /**
     * @param rows in the order of the slip
     * @param next the key of the page after this one, or null at the end
     */
    record Slip(List<TweetupPage.Row> rows, @Nullable PageKey next) {

        public boolean empty() {
            return rows.isEmpty();
        }

        public List<TweetupPage.Row> confirmed() {
            return with(Standing.CONFIRMED);
        }

        public List<TweetupPage.Row> waiting() {
            return with(Standing.WAITING);
        }

        /** Who may come: they have no standing. */
        public List<TweetupPage.Row> maybe() {
            return with(null);
        }

        private List<TweetupPage.Row> with(@Nullable Standing standing) {
            return rows.stream().filter(row -> row.standing() == standing).toList();
        }
    }

    /** Who comes, in order of asking; then who waits, likewise; then who may come. */
    Slip slip(long tweetupId, @Nullable PageKey key) {
        record Keyed(TweetupPage.Row row, PageKey key) {}
        List<Keyed> rows = jdbc.sql("""
                        select r.answer, r.standing, r.note, r.answered_at, r.turn, s.section,
                            l.id as person_id, a.handle, l.name as person_name
                        from rsvp r join librarian l on l.id = r.librarian_id join account a on a.id = l.id
                        cross join lateral (select case r.standing when 'CONFIRMED' then 0 when 'WAITING' then 1 else 2 end
                            as section) s
                        where r.tweetup_id = :tweetup and r.answer <> 'NOT_GOING'
                            and (s.section, r.turn, l.id) > (:section, :turn, :id)
                        order by s.section, r.turn, l.id limit :limit""")
                .param("tweetup", tweetupId)
                .param("section", key == null ? -1 : key.number(0))
                .param("turn", key == null ? 0 : key.number(1))
                .param("id", key == null ? 0 : key.number(2))
                .param("limit", SLIP + 1)
                .query((row, n) -> new Keyed(
                        new TweetupPage.Row(
                                Person.of(row),
                                Answer.valueOf(row.getString("answer")),
                                standing(row),
                                row.getString("note"),
                                row.getTimestamp("answered_at").toInstant()),
                        PageKey.of(row.getInt("section"), row.getLong("turn"), row.getLong("person_id"))))
                .list();
        boolean more = rows.size() > SLIP;
        List<Keyed> shown = more ? rows.subList(0, SLIP) : rows;
        return new Slip(
                shown.stream().map(Keyed::row).toList(),
                more ? shown.get(shown.size() - 1).key() : null);
    }
}
