package org.shelfmates.venue.directory;

import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.shelfmates.venue.Cost;
import org.shelfmates.venue.VenueCard;
import org.shelfmates.venue.appeal.Appeals;
import org.shelfmates.venue.directory.VenueFilter.Sort;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The statements of the directory. What a party pays is known of each party only, so no index is sorted by it: what is sorted
 * are so many of the venues that fit, the nearest of them, which their index brings one after the other. Where an index has the
 * order of the list itself, nothing is left out.
 */
final class VenueSql {

    /** So many of those that fit are compared. */
    static final int COMPARED = 5000;

    private static final String HERE = "earth_position(:latitude, :longitude)";

    private static final String CHORD = "v.position <-> " + HERE;

    private static final String COLUMNS = "v.id, v.place_id, v.cost, v.amount, v.currency, v.confirmed_at";

    private static final String CONFIRMED = "coalesce(v.confirmed_at, timestamptz '1970-01-01 00:00Z')";

    /** Free first, then what is paid in the place's own money, then in other money, then what nobody knows. */
    private static final String GRADE = "(case when v.cost = 'FREE' then 0 when " + Cost.TOTAL
            + " is null then 3 when v.currency = :currency then 1 else 2 end)";

    private VenueSql() {}

    static StatementSpec bind(StatementSpec statement, VenueFilter filter, @Nullable Place place) {
        return statement
                .param("latitude", place == null ? null : place.latitude(), Types.DOUBLE)
                .param("longitude", place == null ? null : place.longitude(), Types.DOUBLE)
                .param(
                        "currency",
                        place == null ? "" : Cost.currencyOf(place.country()).getCurrencyCode())
                .param("within", filter.within())
                .param("room", filter.people(), Types.INTEGER)
                .param("people", filter.party())
                .param("hours", filter.time())
                .param("kind", filter.kind() == null ? null : filter.kind().name(), Types.VARCHAR)
                .param("q", filter.q(), Types.VARCHAR);
    }

    private static String conditions(VenueFilter filter) {
        return " v.merged_into is null"
                + (filter.people() == null ? "" : " and (v.capacity is null or v.capacity >= :room)")
                + (filter.kind() == null ? "" : " and v.kind = :kind")
                + (Boolean.TRUE.equals(filter.free()) ? " and v.cost = 'FREE'" : "")
                + (Boolean.TRUE.equals(filter.stepFree()) ? " and v.step_free" : "")
                + (VenueFilter.blank(filter.q()) ? "" : " and v.words @@ websearch_to_tsquery('words', :q)");
    }

    /** As {@code v}, with {@code v.chord}: those that fit around the place, nearest first. */
    private static String circle(VenueFilter filter, String condition, String limit) {
        return "(select " + COLUMNS + ", " + CHORD + " as chord from venue v where" + conditions(filter)
                + " and v.position <@ cube_enlarge(" + HERE + ", chord_of(:within), 3) and " + CHORD
                + " <= chord_of(:within)" + condition + " order by " + CHORD + limit + ") v";
    }

    private static String nearest(VenueFilter filter) {
        return circle(filter, "", " limit " + COMPARED);
    }

    /** As {@code v}, with {@code v.chord}: what a page of the list is taken from. */
    private static String fitting(VenueFilter filter, boolean further) {
        if (filter.place() == null) {
            return "(select " + COLUMNS + ", null::double precision as chord from venue v where" + conditions(filter)
                    + (further ? " and (" + CONFIRMED + ", v.id) < (:confirmed, :id)" : "") + " order by " + CONFIRMED
                    + " desc, v.id desc limit :limit) v";
        }
        return filter.order() == Sort.DISTANCE
                ? circle(filter, further ? " and (" + CHORD + ", v.id) > (:chord, :id)" : "", ", v.id limit :limit")
                : nearest(filter);
    }

    private static String order(Sort sort) {
        return switch (sort) {
            case COST -> "grade, total, chord, id";
            case DISTANCE -> "chord, id";
            case CONFIRMED -> "confirmed desc, id desc";
        };
    }

    private static String after(Sort sort) {
        return switch (sort) {
            case COST -> "(grade, total, chord, id) > (:grade, :total, :chord, :id)";
            case DISTANCE -> "(chord, id) > (:chord, :id)";
            case CONFIRMED -> "(confirmed, id) < (:confirmed, :id)";
        };
    }

    /** A page of cards with what they are sorted by. */
    static String list(VenueFilter filter, boolean further) {
        Sort sort = filter.order();
        String order = order(sort);
        return "select " + VenueCard.COLUMNS + ", page.grade, page.total, page.chord, page.confirmed,"
                + " kilometres_of(page.chord) as kilometres from (select * from (select v.id, v.chord, " + CONFIRMED
                + " as confirmed, " + GRADE + " as grade, coalesce(" + Cost.TOTAL + ", 0) as total from "
                + fitting(filter, further) + ") c " + (further ? "where " + after(sort) : "") + " order by " + order
                + " limit :limit) page join venue v on v.id = page.id join place p on p.id = v.place_id order by "
                + order.replaceAll("\\bid\\b", "v.id");
    }

    /** The place of an address, with the first venues around it: a row to each, and one where there are none. */
    static String around(VenueFilter filter) {
        return "with here as materialized (select * from place where country = :country and slug = :slug)"
                + " select here.id as here_id, here.name as here_name, here.slug as here_slug, here.country as here_country,"
                + " here.area, here.district, here.latitude, here.longitude, here.population, here.zone, "
                + Appeals.AROUND_HERE + " as appeals, found.*"
                + " from here left join (" + list(filter, false).replace(HERE, "(select position from here)")
                + ") found on true order by found.grade, found.total, found.chord, found.id";
    }

    /** How many fit around the place, and at which places most of them are. */
    static String places(VenueFilter filter) {
        return """
                select p.id, p.name, p.latitude, p.longitude, c.venues, c.found from (
                    select v.place_id, count(*) as venues, sum(count(*)) over () as found from\s""" + nearest(filter) + """
                 group by v.place_id order by venues desc, v.place_id limit 60) c
                join place p on p.id = c.place_id order by c.venues desc, p.id""";
    }
}
