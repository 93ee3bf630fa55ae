package org.shelfmates.tweetup.occasion;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.PageKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Occasions, to read. */
@Service
@Transactional(readOnly = true)
class Occasions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Occasions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param viewer who may have made it or may be there, or null */
    Optional<OccasionPage> bySlug(String slug, @Nullable Long viewer) {
        return jdbc.sql("select " + OccasionCard.COLUMNS + """
                        , o.link, o.words, o.made_by is not distinct from :viewer and :viewer is not null as mine,
                        exists (select from presence where occasion_id = o.id and librarian_id = :viewer) as there""" + OccasionCard.FROM + "where o.slug = :slug")
                .param("now", Timestamp.from(clock.instant()))
                .param("viewer", viewer, Types.BIGINT)
                .param("slug", slug)
                .query((row, n) -> new OccasionPage(
                        OccasionCard.read(row),
                        row.getString("link"),
                        row.getString("words"),
                        row.getBoolean("mine"),
                        row.getBoolean("there")))
                .optional();
    }

    /** @param next the key of the page after this one, or null at the end */
    record Listing(List<OccasionCard> occasions, @Nullable PageKey next) {

        public List<OccasionCard> coming() {
            return occasions.stream().filter(card -> !card.past()).toList();
        }

        public List<OccasionCard> past() {
            return occasions.stream().filter(OccasionCard::past).toList();
        }
    }

    /** What is coming or going on, soonest first; then what is past, latest first. */
    Listing all(@Nullable PageKey key, int size) {
        record Keyed(OccasionCard card, PageKey key) {}
        List<Keyed> rows = jdbc.sql("select " + OccasionCard.COLUMNS + ", s.section, s.day" + OccasionCard.FROM + """
                        cross join lateral (
                            select case when o.last_day < (:now::timestamptz at time zone p.zone)::date then 1 else 0 end as section) a
                        cross join lateral (
                            select a.section, case a.section when 0 then o.first_day - date '2000-01-01'
                                else date '2000-01-01' - o.last_day end as day) s
                        where (s.section, s.day, o.id) > (:section, :day, :id)
                        order by s.section, s.day, o.id limit :limit""")
                .param("now", Timestamp.from(clock.instant()))
                .param("section", key == null ? -1 : key.number(0))
                .param("day", key == null ? 0 : key.number(1))
                .param("id", key == null ? 0 : key.number(2))
                .param("limit", size + 1)
                .query((row, n) -> new Keyed(
                        OccasionCard.read(row),
                        PageKey.of(row.getInt("section"), row.getInt("day"), row.getLong("id"))))
                .list();
        boolean more = rows.size() > size;
        List<Keyed> shown = more ? rows.subList(0, size) : rows;
        return new Listing(
                shown.stream().map(Keyed::card).toList(),
                more ? shown.get(size - 1).key() : null);
    }
}
