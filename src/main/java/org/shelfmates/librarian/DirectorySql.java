package org.shelfmates.librarian;

import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.card.Part;
import org.shelfmates.web.Slug;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The statements of the directory. None of them may read a great part of a million librarians: where sector, interest and words
 * let few through around the place, these come from their index first; where they let many through, a page's worth is found soon by walking
 * outwards from the place, or back from the newest, and what is counted or ranked is so many of the nearest or newest.
 */
final class DirectorySql {

    /** So many who fit are few. */
    static final int FEW = 2000;

    /** Where many fit, so many people are looked at for what is counted or ranked. */
    static final int LOOKED_AT = 2000;

    /** So many of the newest are asked whether they fit: where that is more than one in the following, they are many. */
    private static final int SAMPLE = 2000;

    /** Walking outwards reads people from here and there, so the index has to bring many before that is better. */
    private static final int ONE_IN_NEAR = 100;

    /** Walking back reads them as they lie. */
    private static final int ONE_IN_ANYWHERE = 500;

    private static final String CHORD = "(p.position <-> (select position from place where id = :place))";

    private static final String SCORE = """
            (10 * ts_rank(l.words, websearch_to_tsquery('words', coalesce(:q, '')))
                + (select count(*) from unnest(l.interests) as tag
                   where tag = any (select unnest(interests) from librarian where id = :viewer and id <> l.id)
                       and %s))::double precision""".formatted(Part.INTERESTS.seenOf("l"));

    /** Of {@code librarian l}: whether the home is in one of the cells of the Earth that the circle touches. */
    private static final String AROUND =
            " and l.cells && (select earth_cells_around(position, chord_of(:within)) from place where id = :place)";

    /** Of {@code place p}: whether it is in the circle; the box is what its index answers. */
    private static final String IN_CIRCLE = """
            p.position <@ cube_enlarge((select position from place where id = :place), chord_of(:within), 3)
                and p.position <-> (select position from place where id = :place) <= chord_of(:within)""";

    /**
     * The places of the circle, nearest first, from which a limit stops as soon as it is reached: sorted by the column itself,
     * which is how the planner knows it again in the statement around it.
     */
    private static final String NEAR = """
            (select id, position <-> (select position from place where id = :place) as chord
                from place p where %s
                order by chord, id offset 0) p
            """.formatted(IN_CIRCLE);

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
                .param("looked", LOOKED_AT + 1);
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

    /**
     * One row: whether {@code many} fit; otherwise {@code fit}, how many around the circle, or one more than few, and {@code ids},
     * those of them whom the viewer may see, in the circle.
     */
    static String probe(DirectoryFilter filter) {
        boolean anywhere = filter.place() == null;
        return """
                with sample as materialized (
                    select count(*) > %1$d as many from (select * from librarian order by id desc limit %2$d) l where true%3$s),
                fit as materialized (
                    select l.id, l.place_id, l.hidden from librarian l where not (select many from sample)%3$s%5$s limit %4$d)
                select (select many from sample) as many, (select count(*)::integer from fit) as fit,
                    array(select l.id from fit l%6$s where\s""".formatted(
                                SAMPLE / (anywhere ? ONE_IN_ANYWHERE : ONE_IN_NEAR),
                                SAMPLE,
                                conditions(filter),
                                FEW + 1,
                                anywhere ? "" : AROUND,
                                anywhere ? "" : " join place p on p.id = l.place_id")
                + Sight.OF_VIEWER + (anywhere ? "" : " and " + IN_CIRCLE) + ") as ids";
    }

    /** A page of cards with what they are sorted by: the ids of the page first, so that nothing is read for the others. */
    static String list(DirectoryFilter filter, boolean few) {
        String by = switch (filter.order()) {
            case RELEVANCE -> "score desc, id desc";
            case NEWEST -> "id desc";
            case DISTANCE -> "chord, place_id, id";
        };
        return "select " + LibrarianCards.COLUMNS + ", page.*, kilometres_of(page.chord) as kilometres from ("
                + page(filter, few) + " order by " + by + " limit :limit) page join librarian l on l.id = page.id"
                + " join account a on a.id = l.id join place p on p.id = l.place_id order by "
                + by;
    }

    private static String page(DirectoryFilter filter, boolean few) {
        return switch (filter.order()) {
            case RELEVANCE ->
                "select * from (select l.id, l.place_id, l.chord, " + SCORE + " as score from " + people(filter, few)
                        + " where " + fit(filter, few) + ") l where (score, id) < (:score, :fromId)";
            case NEWEST ->
                "select l.id, l.place_id, l.chord from "
                        + (few || filter.place() != null
                                ? people(filter, few)
                                : newest("where l.id < :fromId order by id desc offset 0"))
                        + " where "
                        + fit(filter, few) + " and l.id < :fromId";
            case DISTANCE ->
                "select l.id, l.place_id, l.chord from "
                        + (few
                                ? people(filter, true)
                                : nearest("where p.chord >= :chord order by p.chord, p.id, l.id offset 0"))
                        + " where " + fit(filter, few)
                        + " and (l.chord, l.place_id, l.id) > (:chord, :fromPlace, :fromId)";
        };
    }

    /** As {@code l}, with {@code l.chord} from the place: those of whom some fit. */
    private static String people(DirectoryFilter filter, boolean few) {
        if (filter.place() == null) {
            return few
                    ? "(select l.*, null::double precision as chord from librarian l where l.id = any(:few::bigint[])) l"
                    : newest("order by id desc limit :looked");
        }
        return few
                ? "(select l.*, " + CHORD + " as chord from librarian l join place p on p.id = l.place_id"
                        + " where l.id = any(:few::bigint[])) l"
                : nearest("limit :looked");
    }

    /** As {@code l}, back from the newest. */
    private static String newest(String most) {
        return "(select l.*, null::double precision as chord from librarian l " + most + ") l";
    }

    /** As {@code l}, outwards. Nothing is pushed into either, or the planner would look each place up in the index of what is asked. */
    private static String nearest(String most) {
        return "(select l.*, p.chord from " + NEAR + " join librarian l on l.place_id = p.id " + most + ") l";
    }

    /** Of {@link #people}: who of them fits. The few have been asked already. */
    private static String fit(DirectoryFilter filter, boolean few) {
        return few ? "true" : Sight.OF_VIEWER + conditions(filter);
    }

    static String facets(DirectoryFilter filter, boolean few) {
        return "with looked as materialized (select l.sectors, " + Part.INTERESTS.ofColumn("l", "interests", "'{}'")
                + " as interests, l.place_id, (" + fit(filter, few) + ") as fits from " + people(filter, few) + """
                ), found as (select * from looked where fits)
                select 'LOOKED' as what, '' as word, count(*)::integer as n, '' as slug, '' as country, 0.0 as latitude,
                    0.0 as longitude
                from looked
                union all
                select 'ALL', '', count(*), '', '', 0, 0 from found
                union all
                select 'SECTOR', s, count(*), '', '', 0, 0 from found, unnest(sectors) as s group by s
                union all
                (select 'INTEREST', i, count(*), '', '', 0, 0 from found, unnest(interests) as i
                 group by i order by count(*) desc, i limit 10)
                union all
                (select 'PLACE', p.name, n, p.slug, p.country, p.latitude, p.longitude from (
                    select place_id, count(*) as n from found group by place_id order by n desc, place_id limit 60) at
                 join place p on p.id = at.place_id)
                order by what, n desc, word""";
    }
}
