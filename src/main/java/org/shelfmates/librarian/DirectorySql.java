package org.shelfmates.librarian;

import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.card.Part;
import org.shelfmates.web.Slug;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The statements of the directory. None of them may read a great part of a million librarians: where sector, interest and words
 * let few through, these come from their indexes first; where they let many through, a page's worth is found soon by walking
 * outwards from the place, or back from the newest.
 */
final class DirectorySql {

    static final int FEW = 3000;

    /** The facets are counted up to so many. */
    static final int COUNTED = 5000;

    static final String PROBE = "select count(*) from (select from librarian l where true";

    private static final String HERE = "(select position from place where id = :place)";

    private static final String CHORD = "(p.position <-> " + HERE + ")";

    private static final String SCORE = """
            (10 * ts_rank(l.words, websearch_to_tsquery('words', coalesce(:q, '')))
                + (select count(*) from unnest(l.interests) as tag
                   where tag = any (select unnest(interests) from librarian where id = :viewer and id <> l.id)
                       and %s))::double precision""".formatted(Part.INTERESTS.seenOf("l"));

    /** The places of the circle, nearest first, from which a limit stops as soon as it is reached. */
    private static final String NEAR = """
            (select id, name, slug, country, latitude, longitude, position, position <-> (select position from place where id = :place) as chord
                from place
                where position <@ cube_enlarge((select position from place where id = :place), chord_of(:within), 3)
                    and position <-> (select position from place where id = :place) <= chord_of(:within)
                order by position <-> (select position from place where id = :place), id offset 0) p
            """;

    private DirectorySql() {}

    static StatementSpec bind(StatementSpec statement, DirectoryFilter filter, @Nullable Long viewer) {
        return statement
                .param("viewer", viewer, Types.BIGINT)
                .param("place", filter.place(), Types.BIGINT)
                .param("within", filter.within())
                .param(
                        "sector",
                        filter.sector() == null ? null : filter.sector().name(),
                        Types.VARCHAR)
                .param("interest", filter.interest() == null ? null : Slug.of(filter.interest()), Types.VARCHAR)
                .param("programme", filter.programme(), Types.VARCHAR)
                .param(
                        "offers",
                        filter.offers() == null ? null : filter.offers().name(),
                        Types.VARCHAR)
                .param("q", filter.q(), Types.VARCHAR)
                .param("few", FEW)
                .param("some", FEW + 1)
                .param("counted", COUNTED + 1);
    }

    /** What is asked of the people themselves. */
    static String conditions(DirectoryFilter filter) {
        return (filter.sector() == null ? "" : " and l.sectors @> array[:sector]::text[]")
                + (DirectoryFilter.blank(filter.interest())
                        ? ""
                        : " and l.interests @> array[:interest]::text[] and " + Part.INTERESTS.seenOf("l"))
                + (DirectoryFilter.blank(filter.programme()) ? "" : Cohorts.SHOWN_TO_EACH_OTHER)
                + (filter.offers() == null
                        ? ""
                        : " and l.offers @> array[:offers]::text[] and " + Part.OFFERS.seenOf("l"))
                + (DirectoryFilter.blank(filter.q()) ? "" : " and l.words @@ websearch_to_tsquery('words', :q)");
    }

    static String list(DirectoryFilter filter, boolean few) {
        String columns = "select " + LibrarianCards.COLUMNS
                + (filter.place() == null
                        ? ""
                        : ", kilometres_of(" + CHORD + ") as kilometres, " + CHORD + " as chord, p.id as place_id");
        return switch (filter.order()) {
            case RELEVANCE ->
                "select * from (" + columns + ", " + SCORE + " as score from " + people(filter, few, ":few")
                        + ") x where (score, person_id) < (:score, :fromId) order by score desc, person_id desc limit :limit";
            case NEWEST ->
                columns + " from "
                        + (few || filter.place() != null ? people(filter, few, ":few") : newest(filter))
                        + " and l.id < :fromId order by l.id desc limit :limit";
            case DISTANCE ->
                few
                        ? columns + " from " + people(filter, true, ":few") + " and (" + CHORD
                                + ", p.id, l.id) > (:chord, :fromPlace, :fromId) order by " + CHORD
                                + ", p.id, l.id limit :limit"
                        : columns + " from " + NEAR + """
                            cross join lateral (
                                select * from librarian l
                                where l.place_id = p.id and (p.chord, p.id, l.id) > (:chord, :fromPlace, :fromId) and
                            """ + Sight.OF_VIEWER + conditions(filter) + """
                             order by l.id limit :limit) l
                            join account a on a.id = l.id
                            where (p.chord, p.id) >= (:chord, :fromPlace)
                            order by p.chord, p.id, l.id limit :limit""";
        };
    }

    private static String newest(DirectoryFilter filter) {
        return "librarian l join account a on a.id = l.id join place p on p.id = l.place_id where " + Sight.OF_VIEWER
                + conditions(filter);
    }

    /** As {@code l} and {@code p}: all who fit where they are few, else so many of them, nearest or newest first. */
    static String people(DirectoryFilter filter, boolean few, String most) {
        String circle = filter.place() == null ? "" : " and " + CHORD + " <= chord_of(:within)";
        String of = few || filter.place() == null
                ? "(select * from librarian l where true" + conditions(filter)
                        + (filter.narrows() ? "" : " order by id desc") + " limit " + most
                        + ") l join place p on p.id = l.place_id"
                : "(select l.* from " + NEAR + " join librarian l on l.place_id = p.id where true" + conditions(filter)
                        + " limit " + most + ") l join place p on p.id = l.place_id";
        return of + " join account a on a.id = l.id where " + Sight.OF_VIEWER + circle;
    }

    static String facets(DirectoryFilter filter, boolean few) {
        return "with found as materialized (select l.sectors, " + Part.INTERESTS.ofColumn("l", "interests", "'{}'")
                + " as interests, p.id, p.name, p.slug, p.country, p.latitude,"
                + " p.longitude from " + people(filter, few, ":counted") + """
                )
                select 'ALL' as what, '' as word, count(*)::integer as n, '' as slug, '' as country, 0.0 as latitude,
                    0.0 as longitude
                from found
                union all
                select 'SECTOR', s, count(*), '', '', 0, 0 from found, unnest(sectors) as s group by s
                union all
                (select 'INTEREST', i, count(*), '', '', 0, 0 from found, unnest(interests) as i
                 group by i order by count(*) desc, i limit 10)
                union all
                (select 'PLACE', name, count(*), slug, country, latitude, longitude from found
                 group by id, name, slug, country, latitude, longitude order by count(*) desc, id limit 60)
                order by what, n desc, word""";
    }
}
