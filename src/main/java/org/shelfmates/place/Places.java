package org.shelfmates.place;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/** The places of the gazetteer: by id, by address, by name. */
@Repository
@Transactional(readOnly = true)
public class Places {

    private static final String COLUMNS =
            "p.id, p.name, p.slug, p.country, p.area, p.district, p.latitude, p.longitude, p.population, p.zone";

    /**
     * Candidates are few and come from indexes: the biggest places whose name begins so, those near the visitor, and,
     * only where these are fewer than five, names spelt alike. A full name outweighs a beginning, a place's own name
     * one of its other names, ten times the people a quarter point, and the visitor's neighbourhood up to two.
     */
    private static final String SEARCH = """
            with here as (select earth_position(:latitude, :longitude) as at),
            begins as materialized (
                (select place_id, key, main from place_name where key like :prefix order by population desc limit 60)
                union
                (select n.place_id, n.key, n.main
                 from place p join place_name n on n.place_id = p.id
                 where p.position <@ cube_enlarge((select at from here), chord_of(200), 3) and n.key like :prefix limit 60)),
            alike as materialized (
                select place_id, key, main from place_name
                where (select count(*) from begins) < 5 and not exists (select from begins where key = :key) and length(:key) > 3 and key %% :key
                order by similarity(key, :key) desc, population desc limit 20),
            scored as (
                select place_id, max(
                    case when key = :key then 2 when key like :prefix then 1 else similarity(key, :key) end
                    + case when main then 0.3 else 0 end) as likeness
                from (table begins union table alike) as candidate
                group by place_id)
            select %s
            from scored join place p on p.id = place_id
            order by likeness + 0.25 * log(p.population + 1)
                + coalesce(2 * exp(-(p.position <-> (select at from here)) / 150), 0) desc, p.id
            limit :limit""";

    private static final int CHOICES = 12;
    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    private static final RowMapper<Place> PLACE = new SimplePropertyRowMapper<>(Place.class);

    private final JdbcClient jdbc;

    Places(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Place> byId(long id) {
        return jdbc.sql("select " + COLUMNS + " from place p where p.id = :id")
                .param("id", id)
                .query(Place.class)
                .optional();
    }

    /** By one statement, in no order; those that there are. */
    public List<Place> byIds(Collection<Long> ids) {
        return jdbc.sql("select " + COLUMNS + " from place p where p.id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(Place.class)
                .list();
    }

    /**
     * The places of a country that are called just so, but for accents and capitals: by their own names, or where no place
     * has it as its own by another name; biggest first. By one statement.
     *
     * @param country ISO 3166-1 alpha-2 in capitals
     * @return by the name as it was given; names of no place are left out
     */
    public Map<String, List<Place>> named(Collection<String> names, String country) {
        Map<String, List<Place>> own = new HashMap<>();
        Map<String, List<Place>> other = new HashMap<>();
        jdbc.sql("select " + COLUMNS + ", n.key, n.main from place_name n join place p on p.id = n.place_id"
                        + " where n.key = any(:keys) and p.country = :country order by p.population desc, p.id")
                .param("keys", names.stream().map(SearchKey::of).distinct().toArray(String[]::new))
                .param("country", country)
                .query((row, n) -> {
                    List<Place> places = (row.getBoolean("main") ? own : other)
                            .computeIfAbsent(row.getString("key"), key -> new ArrayList<>());
                    Place place = PLACE.mapRow(row, n);
                    if (!places.contains(place)) {
                        places.add(place);
                    }
                    return place;
                })
                .list();
        Map<String, List<Place>> found = new HashMap<>();
        for (String name : names) {
            String key = SearchKey.of(name);
            List<Place> places = own.getOrDefault(key, other.get(key));
            if (places != null) {
                found.put(name, places);
            }
        }
        return found;
    }

    /** @param country ISO 3166-1 alpha-2, in either case */
    public Optional<Place> byAddress(String country, String slug) {
        return jdbc.sql("select " + COLUMNS + " from place p where p.country = :country and p.slug = :slug")
                .param("country", country.toUpperCase(Locale.ROOT))
                .param("slug", slug)
                .query(Place.class)
                .optional();
    }

    /**
     * Places by any of their names, whatever the accents and with small typing errors, best first.
     *
     * @param near where the visitor is, to put what is near before what is far
     */
    public List<Place> search(String words, @Nullable Coordinates near, int limit) {
        String key = SearchKey.of(words);
        if (key.length() < 2) {
            return List.of();
        }
        return jdbc.sql(SEARCH.formatted(COLUMNS))
                .param("key", key)
                .param("prefix", key + "%")
                .param("latitude", near == null ? null : near.latitude(), Types.DOUBLE)
                .param("longitude", near == null ? null : near.longitude(), Types.DOUBLE)
                .param("limit", limit)
                .query(Place.class)
                .list();
    }

    /**
     * What a form's place field means: the id of a chosen place, or else its name, which may go on with where it is
     * ("Bangor, Gwynedd", or the whole of {@link Place#label}).
     *
     * @param id as the form sent it; empty or null where the name counts
     */
    public PlaceChoice choose(@Nullable String id, @Nullable String name) {
        if (id != null && !id.isBlank()) {
            Optional<Place> chosen = ID.matcher(id).matches() ? byId(Long.parseLong(id)) : Optional.empty();
            return chosen.map(place -> new PlaceChoice(place, List.of())).orElse(PlaceChoice.NONE);
        }
        if (name == null || name.isBlank()) {
            return PlaceChoice.NONE;
        }
        List<String> parts = Stream.of(name.split(",", -1)).map(String::strip).toList();
        List<Place> found = search(parts.get(0), null, CHOICES);
        Locale language = LocaleContextHolder.getLocale();
        List<Place> meant = found.stream()
                .filter(place -> place.label(language).equalsIgnoreCase(name.strip()))
                .toList();
        if (meant.isEmpty()) {
            found = narrowed(found, place -> place.isWithin(parts.subList(1, parts.size()), language));
            meant = parts.size() == 1
                    ? found
                    : narrowed(found, place -> place.name().equalsIgnoreCase(parts.get(0)));
        }
        return PlaceChoice.among(meant);
    }

    /**
     * The place that a form must have, with what is wrong said beside its field {@code placeName}. What its fields
     * {@code place} and {@code placeName} may not hold, such as a name beyond its limit, is not looked for.
     */
    public PlaceChoice choose(@Nullable String id, @Nullable String name, Errors form) {
        if (form.hasFieldErrors("place") || form.hasFieldErrors("placeName")) {
            return PlaceChoice.NONE;
        }
        PlaceChoice choice = choose(id, name);
        choice.require(form);
        return choice;
    }

    /** Those that fit, or all where none does. */
    private static List<Place> narrowed(List<Place> places, Predicate<Place> fits) {
        List<Place> fitting = places.stream().filter(fits).toList();
        return fitting.isEmpty() ? places : fitting;
    }
}
