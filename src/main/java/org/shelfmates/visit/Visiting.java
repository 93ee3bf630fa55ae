package org.shelfmates.visit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.exchange.Exchanges;
import org.shelfmates.place.Place;
import org.shelfmates.place.Places;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/** Announces visits, changes and cancels one's own, and says hello to visitors. */
@Service
class Visiting {

    private static final int LONGEST_DAYS = 60;

    private final JdbcClient jdbc;
    private final Places places;
    private final Visits visits;
    private final Exchanges exchanges;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Visiting(
            JdbcClient jdbc,
            Places places,
            Visits visits,
            Exchanges exchanges,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.places = places;
        this.visits = visits;
        this.exchanges = exchanges;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What annotations cannot say: days that exist, in order, ahead, and not too many.
     *
     * @param before the visit as it is saved, whose first day may be past; null for a new one
     */
    void check(VisitForm form, @Nullable Place place, @Nullable VisitCard before, Errors errors) {
        LocalDate first = day("first", form.first(), errors);
        LocalDate last = day("last", form.last(), errors);
        if (first == null || last == null) {
            return;
        }
        LocalDate today = place == null ? LocalDate.now(clock) : LocalDate.now(clock.withZone(place.zoneId()));
        boolean begunBefore = before != null && first.equals(before.firstDay());
        if (first.isBefore(today) && !begunBefore) {
            errors.rejectValue("first", "visit.first.past");
        } else if (first.isAfter(today.plusYears(1))) {
            errors.rejectValue("first", "visit.first.far");
        }
        if (last.isBefore(first)) {
            errors.rejectValue("last", "visit.last.before");
        } else if (ChronoUnit.DAYS.between(first, last) >= LONGEST_DAYS) {
            errors.rejectValue("last", "visit.last.long");
        } else if (last.isBefore(today) && begunBefore) {
            errors.rejectValue("last", "visit.last.past");
        }
    }

    private static @Nullable LocalDate day(String field, String typed, Errors errors) {
        if (errors.hasFieldErrors(field)) {
            return null;
        }
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            errors.rejectValue(field, "visit.day");
            return null;
        }
    }

    /**
     * @param form checked by {@link #check}
     * @return the id of the visit
     * @throws DataIntegrityViolationException when the visitor is elsewhere on one of these days
     */
    @Transactional
    long announce(VisitForm form, Place place, long visitor) {
        long id = jdbc.sql("""
                        insert into visit (librarian_id, place_id, first_day, last_day, words, created_at)
                        values (:visitor, :place, :first, :last, :words, :now) returning id""")
                .param("visitor", visitor)
                .param("place", place.id())
                .param("first", form.firstDay())
                .param("last", form.lastDay())
                .param("words", form.words())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        events.publishEvent(new VisitAnnounced(id));
        return id;
    }

    /** A visit of one's own that is not over, and the form as it is saved now. */
    record Own(VisitCard card, VisitForm form) {}

    /**
     * @throws NotFoundException when there is none, or not for this viewer
     * @throws AccessDeniedException for anybody but the visitor
     * @throws VisitOverException when it is over
     */
    @Transactional(readOnly = true)
    Own own(long id, long viewer, Locale language) {
        VisitCard card = visits.find(id, viewer).orElseThrow(NotFoundException::new);
        if (!card.isBy(viewer)) {
            throw new AccessDeniedException("somebody else's visit");
        }
        if (card.over()) {
            throw new VisitOverException();
        }
        Place place = places.byId(card.placeId()).orElseThrow(NotFoundException::new);
        String version = jdbc.sql("select version::text from visit where id = ?")
                .param(id)
                .query(String.class)
                .single();
        return new Own(
                card,
                new VisitForm(
                        null,
                        place.label(language),
                        card.firstDay().toString(),
                        card.lastDay().toString(),
                        card.words(),
                        version));
    }

    /**
     * @param form checked by {@link #check}
     * @return false, with nothing written, when it has changed since the form was filled
     * @throws DataIntegrityViolationException when the visitor is elsewhere on one of these days
     */
    @Transactional
    boolean change(long id, VisitForm form, Place place, long visitor) {
        return jdbc.sql("""
                        update visit set place_id = :place, first_day = :first, last_day = :last, words = :words,
                            version = version + 1
                        where id = :id and librarian_id = :visitor and version = :version""")
                        .param("place", place.id())
                        .param("first", form.firstDay())
                        .param("last", form.lastDay())
                        .param("words", form.words())
                        .param("id", id)
                        .param("visitor", visitor)
                        .param("version", form.version().isEmpty() ? -1 : Integer.parseInt(form.version()))
                        .update()
                == 1;
    }

    /** Nothing is left of it. */
    @Transactional
    void cancel(long id, long viewer) {
        own(id, viewer, Locale.UK);
        jdbc.sql("delete from visit where id = ?").param(id).update();
    }

    /**
     * Opens the conversation with a visitor.
     *
     * @return its address
     * @throws BadRequestException for one's own visit
     */
    @Transactional
    String hello(long id, long viewer) {
        VisitCard card = visits.find(id, viewer).orElseThrow(NotFoundException::new);
        BadRequestException.unless(!card.isBy(viewer), "one's own visit");
        if (card.over()) {
            throw new VisitOverException();
        }
        return Exchanges.pathOf(exchanges.open(viewer, card.person().id()));
    }
}
