package org.shelfmates.group.edit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shelfmates.group.Admission;
import org.shelfmates.group.Organisers;
import org.shelfmates.picture.Picture;
import org.shelfmates.picture.Pictures;
import org.shelfmates.picture.PreparedPicture;
import org.shelfmates.place.Place;
import org.shelfmates.place.Places;
import org.shelfmates.web.NotFoundException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/** Starts groups, and changes them for their organisers. */
@Service
class Founding {

    /** Pages of ours stand there. */
    private static final Set<String> RESERVED = Set.of("new");

    private final Organisers organisers;
    private final Places places;
    private final Pictures pictures;
    private final JdbcClient jdbc;
    private final Clock clock;

    Founding(Organisers organisers, Places places, Pictures pictures, JdbcClient jdbc, Clock clock) {
        this.organisers = organisers;
        this.places = places;
        this.pictures = pictures;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What annotations cannot say: an address that may be had, and a question where people are asked one. */
    void check(GroupForm form, Errors errors) {
        if (!errors.hasFieldErrors("slug") && !errors.hasFieldErrors("name")) {
            if (form.address().isEmpty()) {
                errors.rejectValue("slug", "group.slug.missing");
            } else if (RESERVED.contains(form.address())) {
                errors.rejectValue("slug", "group.slug.taken", new Object[] {form.address()}, null);
            }
        }
        if (form.admission().equals(Admission.ASK.name()) && form.question().isEmpty()) {
            errors.rejectValue("question", "group.question.missing");
        }
    }

    /**
     * @param form checked by {@link #check}
     * @param organiser who starts it, and is its first member
     * @return its slug
     * @throws DuplicateKeyException when another group has, or had, this address
     */
    @Transactional
    String start(GroupForm form, Place place, long organiser) {
        Timestamp now = Timestamp.from(clock.instant());
        long id = jdbc.sql("""
                        insert into city_group (slug, name, description, place_id, radius_km, admission, question, members, created_at)
                        values (:slug, :name, :description, :place, :radius, :admission, :question, 1, :now) returning id""")
                .param("slug", form.address())
                .param("name", form.name())
                .param("description", form.description())
                .param("place", place.id())
                .param("radius", form.kilometres())
                .param("admission", form.admission())
                .param("question", form.question())
                .param("now", now)
                .query(Long.class)
                .single();
        jdbc.sql("insert into membership (group_id, librarian_id, organiser, joined_at) values (?, ?, true, ?)")
                .params(id, organiser, now)
                .update();
        return form.address();
    }

    private record Saved(
            long id,
            String name,
            String slug,
            String description,
            long placeId,
            int radiusKm,
            String admission,
            String question,
            int version,
            boolean organiser) {}

    /**
     * The form as it is saved now.
     *
     * @throws AccessDeniedException for anybody but an organiser
     */
    @Transactional(readOnly = true)
    GroupForm toEdit(String slug, long viewer, Locale language) {
        Saved saved = jdbc.sql("""
                        select g.id, g.name, g.slug, g.description, g.place_id, g.radius_km, g.admission, g.question, g.version,
                            coalesce(m.organiser, false) as organiser
                        from city_group g left join membership m on m.group_id = g.id and m.librarian_id = :viewer
                        where g.slug = :slug""")
                .param("viewer", viewer)
                .param("slug", slug)
                .query(Saved.class)
                .optional()
                .orElseThrow(NotFoundException::new);
        if (!saved.organiser()) {
            throw new AccessDeniedException("does not organise " + slug);
        }
        Place place = places.byId(saved.placeId()).orElseThrow(NotFoundException::new);
        return new GroupForm(
                saved.name(),
                saved.slug(),
                saved.description(),
                null,
                place.label(language),
                "" + saved.radiusKm(),
                saved.admission(),
                saved.question(),
                "" + saved.version());
    }

    /**
     * @param form checked by {@link #check}
     * @return whether it is written: not when the group has changed since the form was filled
     * @throws AccessDeniedException for anybody but an organiser
     * @throws DuplicateKeyException when another group has, or had, this address
     */
    @Transactional
    boolean edit(String slug, GroupForm form, Place place, long viewer) {
        long id = organisers.forChange(slug, viewer);
        String address = form.slug().isEmpty() ? slug : form.slug();
        int done = jdbc.sql("""
                        update city_group set name = :name, slug = :slug, description = :description, place_id = :place,
                            radius_km = :radius, admission = :admission, question = :question, version = version + 1
                        where id = :id and version = :version""")
                .param("name", form.name())
                .param("slug", address)
                .param("description", form.description())
                .param("place", place.id())
                .param("radius", form.kilometres())
                .param("admission", form.admission())
                .param("question", form.question())
                .param("id", id)
                .param("version", form.edition())
                .update();
        if (done == 1 && !address.equals(slug)) {
            leave(slug, id);
        }
        return done == 1;
    }

    private void leave(String slug, long id) {
        jdbc.sql("insert into past_group_slug (slug, group_id, left_at) values (?, ?, ?)"
                        + " on conflict (slug) do update set left_at = excluded.left_at")
                .params(slug, id, Timestamp.from(Instant.now(clock)))
                .update();
    }

    /**
     * A group's picture as it is.
     *
     * @param picture null where there is none
     */
    record Shown(String name, @Nullable Picture picture, String alt) {}

    /** @throws AccessDeniedException for anybody but an organiser */
    @Transactional(readOnly = true)
    Shown picture(String slug, long viewer) {
        organisers.require(slug, viewer);
        return jdbc.sql("select g.name, g.alt, " + Picture.COLUMNS
                        + " from city_group g left join picture on picture.id = g.picture_id where g.slug = ?")
                .param(slug)
                .query((row, n) -> new Shown(row.getString("name"), Picture.read(row), row.getString("alt")))
                .single();
    }

    /** @throws AccessDeniedException for anybody but an organiser */
    @Transactional
    void show(String slug, PreparedPicture prepared, String alt, long viewer) {
        long id = organisers.forChange(slug, viewer);
        jdbc.sql("update city_group set picture_id = ?, alt = ? where id = ?")
                .params(pictures.store(prepared), alt, id)
                .update();
    }

    /** @throws AccessDeniedException for anybody but an organiser */
    @Transactional
    void removePicture(String slug, long viewer) {
        long id = organisers.forChange(slug, viewer);
        jdbc.sql("update city_group set picture_id = null, alt = '' where id = ?")
                .param(id)
                .update();
    }
}
