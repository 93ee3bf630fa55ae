package org.shelfmates.tweetup.occasion;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.shelfmates.place.Places;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.Slug;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/** Makes occasions, and changes them for whoever made them. */
@Service
class Announcing {

    private static final int LONGEST_SLUG = 60;
    private static final int LONGEST_DAYS = 92;
    private static final int YEARS_AHEAD = 3;
    private static final int NAMESAKES = 50;

    private final JdbcClient jdbc;
    private final Places places;
    private final Clock clock;

    Announcing(JdbcClient jdbc, Places places, Clock clock) {
        this.jdbc = jdbc;
        this.places = places;
        this.clock = clock;
    }

    /** What annotations cannot say: days that exist, in order, near enough, and for a new one not over yet. */
    void check(OccasionForm form, @Nullable Place place, boolean isNew, Errors errors) {
        LocalDate first = day("first", form.first(), errors);
        LocalDate last = day("last", form.last(), errors);
        if (first == null || last == null) {
            return;
        }
        LocalDate today = place == null ? LocalDate.now(clock) : LocalDate.now(clock.withZone(place.zoneId()));
        if (last.isBefore(first)) {
            errors.rejectValue("last", "occasion.last.before");
        } else if (ChronoUnit.DAYS.between(first, last) >= LONGEST_DAYS) {
            errors.rejectValue("last", "occasion.last.long");
        } else if (isNew && last.isBefore(today)) {
            errors.rejectValue("last", "occasion.last.past");
        }
        if (first.isAfter(today.plusYears(YEARS_AHEAD)) || first.isBefore(today.minusYears(YEARS_AHEAD))) {
            errors.rejectValue("first", "occasion.first.far");
        }
    }

    private static @Nullable LocalDate day(String field, String typed, Errors errors) {
        if (errors.hasFieldErrors(field)) {
            return null;
        }
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            errors.rejectValue(field, "occasion.day");
            return null;
        }
    }

    /**
     * @param form checked by {@link #check}
     * @return its slug: its name, with the year and more where others are called so
     * @throws DuplicateKeyException when there is one of this name at this place in this year
     */
    @Transactional
    String announce(OccasionForm form, Place place, long by) {
        String words = Slug.ascii(form.name(), LONGEST_SLUG);
        String name = words.isEmpty() || words.equals("new") ? "occasion" : words;
        String year = name + "-" + form.firstDay().getYear();
        Stream<String> slugs = Stream.concat(
                Stream.of(name, year, year + "-" + place.slug()),
                IntStream.rangeClosed(2, NAMESAKES).mapToObj(n -> year + "-" + n));
        return slugs.filter(slug -> insert(slug, form, place, by))
                .findFirst()
                .orElseThrow(() -> new DuplicateKeyException("too many of this name"));
    }

    /** @return false when that slug is taken */
    private boolean insert(String slug, OccasionForm form, Place place, long by) {
        return values(jdbc.sql("""
                        insert into occasion (slug, name, first_day, last_day, place_id, link, words, made_by, created_at)
                        values (:slug, :name, :first, :last, :place, :link, :words, :by, :now)
                        on conflict (slug) do nothing"""), form, place)
                        .param("slug", slug)
                        .param("by", by)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, OccasionForm form, Place place) {
        return statement
                .param("name", form.name())
                .param("first", form.firstDay())
                .param("last", form.lastDay())
                .param("place", place.id())
                .param("link", form.link())
                .param("words", form.words());
    }

    /**
     * The form as it is saved now.
     *
     * @throws AccessDeniedException for anybody but who made it
     */
    @Transactional(readOnly = true)
    OccasionForm toEdit(String slug, long viewer) {
        record Saved(OccasionForm form, @Nullable Long maker) {}
        Saved saved = jdbc.sql("select * from occasion where slug = ?")
                .param(slug)
                .query((row, n) -> new Saved(
                        new OccasionForm(
                                row.getString("name"),
                                row.getString("first_day"),
                                row.getString("last_day"),
                                null,
                                label(row.getLong("place_id")),
                                row.getString("link"),
                                row.getString("words"),
                                row.getString("version")),
                        row.getObject("made_by", Long.class)))
                .optional()
                .orElseThrow(NotFoundException::new);
        if (!Optional.of(viewer).equals(Optional.ofNullable(saved.maker()))) {
            throw new AccessDeniedException("did not make occasion " + slug);
        }
        return saved.form();
    }

    private String label(long place) {
        return places.byId(place).orElseThrow(NotFoundException::new).label(LocaleContextHolder.getLocale());
    }

    /**
     * @param form checked by {@link #check}
     * @return false, with nothing written, when it has changed since the form was filled
     * @throws AccessDeniedException for anybody but who made it
     * @throws DuplicateKeyException when there is another of this name at this place in this year
     */
    @Transactional
    boolean edit(String slug, OccasionForm form, Place place, long viewer) {
        toEdit(slug, viewer);
        return values(jdbc.sql("""
                        update occasion set name = :name, first_day = :first, last_day = :last, place_id = :place,
                            link = :link, words = :words, version = version + 1
                        where slug = :slug and version = :version"""), form, place)
                        .param("slug", slug)
                        .param("version", form.version().isEmpty() ? -1 : Integer.parseInt(form.version()))
                        .update()
                == 1;
    }
}
