package org.shelfmates.venue.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Coordinates;
import org.shelfmates.place.Place;
import org.shelfmates.venue.Cost;
import org.shelfmates.venue.Quote;
import org.shelfmates.venue.VenueCard;
import org.shelfmates.venue.appeal.AppealCard;
import org.shelfmates.venue.appeal.Appeals;
import org.shelfmates.venue.directory.VenueFilter.Sort;
import org.shelfmates.web.PageKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds venues. */
@Service
@Transactional(readOnly = true)
public class VenueDirectory {

    private final JdbcClient jdbc;
    private final Clock clock;

    VenueDirectory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A venue, with what it costs the party that was asked for. */
    public record Offer(VenueCard card, Quote quote) {}

    /** @param next the key of the page after this one, or null at the end */
    public record Found(List<Offer> venues, @Nullable PageKey next) {}

    /** Where venues are. */
    record At(long placeId, String name, Coordinates at, int venues) {}

    /** @param found how many there are, {@link VenueSql#COMPARED} at most */
    record Sum(List<At> places, int found) {

        public boolean more() {
            return found >= VenueSql.COMPARED;
        }
    }

    /**
     * The venues that a filter lets through, in its order.
     *
     * @param place the one of the filter; null where it has none
     * @param key where the page begins, or null for the first
     */
    public Found find(VenueFilter filter, @Nullable Place place, @Nullable String key, int size) {
        Sort sort = filter.order();
        PageKey from = PageKey.parse(
                key,
                switch (sort) {
                    case COST -> 4;
                    case DISTANCE, CONFIRMED -> 2;
                });
        var statement = VenueSql.bind(jdbc.sql(VenueSql.list(filter, from != null)), filter, place)
                .param("limit", size + 1);
        List<Row> rows =
                after(statement, sort, from).query((row, n) -> row(row, filter)).list();
        boolean more = rows.size() > size;
        List<Row> shown = more ? rows.subList(0, size) : rows;
        return new Found(
                shown.stream().map(Row::offer).toList(),
                more ? shown.get(size - 1).key() : null);
    }

    private static JdbcClient.StatementSpec after(
            JdbcClient.StatementSpec statement, Sort sort, @Nullable PageKey from) {
        if (from == null) {
            return statement;
        }
        return switch (sort) {
            case COST ->
                statement
                        .param("grade", from.number(0))
                        .param("total", from.number(1))
                        .param("chord", from.decimal(2))
                        .param("id", from.number(3));
            case DISTANCE -> statement.param("chord", from.decimal(0)).param("id", from.number(1));
            case CONFIRMED ->
                statement.param("confirmed", Timestamp.from(from.instant(0))).param("id", from.number(1));
        };
    }

    private record Row(Offer offer, PageKey key) {}

    private static Row row(ResultSet row, VenueFilter filter) throws SQLException {
        VenueCard card = VenueCard.read(row, filter.place() != null);
        Instant confirmed = row.getTimestamp("confirmed").toInstant();
        return new Row(
                new Offer(card, card.cost().of(filter.party(), filter.time())),
                switch (filter.order()) {
                    case COST ->
                        PageKey.of(row.getInt("grade"), row.getLong("total"), row.getDouble("chord"), card.id());
                    case DISTANCE -> PageKey.of(row.getDouble("chord"), card.id());
                    case CONFIRMED -> PageKey.of(confirmed, card.id());
                });
    }

    /**
     * A place, the first of the venues around it, as {@link VenueFilter#near} has them, and the open appeals for one.
     *
     * @param appeals within 50 km, latest first
     */
    public record Around(Place place, List<Offer> venues, List<AppealCard> appeals) {}

    /**
     * The place of an address with a few venues and appeals, by one statement, since its page has many parts.
     *
     * @param country ISO 3166-1 alpha-2, in either case
     * @param within kilometres
     */
    public Optional<Around> around(String country, String slug, int within, int count) {
        String code = country.toUpperCase(Locale.ROOT);
        VenueFilter filter = VenueFilter.near(0, within);
        @Nullable Place[] place = {null};
        @Nullable String[] appeals = {null};
        List<Offer> offers = new ArrayList<>();
        VenueSql.bind(jdbc.sql(VenueSql.around(filter)), filter, null)
                .param("country", code)
                .param("slug", slug)
                .param("currency", Cost.currencyOf(code).getCurrencyCode())
                .param("limit", count)
                .param("appeals", count)
                .param("now", Timestamp.from(clock.instant()))
                .query(row -> {
                    place[0] = place(row);
                    appeals[0] = row.getString("appeals");
                    if (row.getObject("id") != null) {
                        offers.add(row(row, filter).offer());
                    }
                });
        return place[0] == null
                ? Optional.empty()
                : Optional.of(new Around(place[0], offers, Appeals.readAll(Objects.requireNonNull(appeals[0]))));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getLong("here_id"),
                row.getString("here_name"),
                row.getString("here_slug"),
                row.getString("here_country"),
                row.getString("area"),
                row.getString("district"),
                row.getDouble("latitude"),
                row.getDouble("longitude"),
                row.getInt("population"),
                row.getString("zone"));
    }

    /** How many fit around a place, and where. */
    Sum sum(VenueFilter filter, Place place) {
        int[] found = {0};
        List<At> places = VenueSql.bind(jdbc.sql(VenueSql.places(filter)), filter, place)
                .query((row, n) -> {
                    found[0] = row.getInt("found");
                    return new At(
                            row.getLong("id"),
                            row.getString("name"),
                            new Coordinates(row.getDouble("latitude"), row.getDouble("longitude")),
                            row.getInt("venues"));
                })
                .list();
        return new Sum(places, found[0]);
    }
}
