package org.shelfmates.tweetup.occasion;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Sight;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PageKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who will be at an occasion. Saying so may be asked twice, and so may taking it back: the second time changes nothing. */
@Service
class Presences {

    private final JdbcClient jdbc;
    private final Occasions occasions;
    private final Clock clock;

    Presences(JdbcClient jdbc, Occasions occasions, Clock clock) {
        this.jdbc = jdbc;
        this.occasions = occasions;
        this.clock = clock;
    }

    /**
     * @throws NotFoundException when there is no such occasion
     * @throws OccasionOverException when it is over
     */
    @Transactional
    void come(String slug, long librarianId) {
        OccasionCard card = card(slug);
        if (card.past()) {
            throw new OccasionOverException();
        }
        jdbc.sql("insert into presence (occasion_id, librarian_id, since) values (?, ?, ?) on conflict do nothing")
                .params(card.id(), librarianId, Timestamp.from(clock.instant()))
                .update();
    }

    /** @throws NotFoundException when there is no such occasion */
    @Transactional
    void withdraw(String slug, long librarianId) {
        jdbc.sql("delete from presence where occasion_id = ? and librarian_id = ?")
                .params(card(slug).id(), librarianId)
                .update();
    }

    private OccasionCard card(String slug) {
        return occasions.bySlug(slug, null).orElseThrow(NotFoundException::new).card();
    }

    /** @param next the key of the page after this one, or null at the end */
    record Listing(
            List<OccasionPage.Present> people, @Nullable PageKey next) {}

    /**
     * Those whom the viewer follows first, then in the order in which they said so.
     *
     * @param viewer whose follows count, or null
     */
    @Transactional(readOnly = true)
    Listing of(long occasionId, @Nullable Long viewer, @Nullable PageKey key, int size) {
        record Keyed(OccasionPage.Present present, PageKey key) {}
        List<Keyed> rows = jdbc.sql("""
                        select l.id as person_id, a.handle, l.name as person_name, p.name as place_name, """ + Sight.WORK + """
                            , s.since, s.section
                        from (
                            select librarian_id, since, case when exists (
                                select from follow where follower_id = :viewer and followed_id = librarian_id)
                                then 0 else 1 end as section
                            from presence where occasion_id = :occasion) s
                        join librarian l on l.id = s.librarian_id join account a on a.id = l.id
                        join place p on p.id = l.place_id
                        where (s.section, s.since, l.id) > (:section, :since, :id) and\s""" + Sight.OF_VIEWER + """

                        order by s.section, s.since, l.id limit :limit""")
                .param("viewer", viewer, Types.BIGINT)
                .param("occasion", occasionId)
                .param("section", key == null ? -1 : key.number(0))
                .param("since", Timestamp.from(key == null ? Instant.EPOCH : key.instant(1)))
                .param("id", key == null ? 0 : key.number(2))
                .param("limit", size + 1)
                .query((row, n) -> new Keyed(
                        new OccasionPage.Present(
                                Person.of(row),
                                row.getString("work"),
                                row.getString("place_name"),
                                row.getInt("section") == 0),
                        PageKey.of(
                                row.getInt("section"),
                                row.getTimestamp("since").toInstant(),
                                row.getLong("person_id"))))
                .list();
        boolean more = rows.size() > size;
        List<Keyed> shown = more ? rows.subList(0, size) : rows;
        return new Listing(
                shown.stream().map(Keyed::present).toList(),
                more ? shown.get(size - 1).key() : null);
    }
}
