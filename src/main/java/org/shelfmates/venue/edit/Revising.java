package org.shelfmates.venue.edit;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.shelfmates.place.Places;
import org.shelfmates.venue.Cost;
import org.shelfmates.venue.Money;
import org.shelfmates.venue.VenueCard;
import org.shelfmates.venue.VenueKind;
import org.shelfmates.venue.edit.VenueRows.Kind;
import org.shelfmates.venue.edit.VenueRows.Saved;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/** Adds and corrects venues, and takes corrections back. Anybody who is signed in may; every change is written down. */
@Service
class Revising {

    private final VenueRows rows;
    private final Places places;
    private final JdbcClient jdbc;

    Revising(VenueRows rows, Places places, JdbcClient jdbc) {
        this.rows = rows;
        this.places = places;
        this.jdbc = jdbc;
    }

    /** A venue as its form begins. */
    record Current(String path, String name, long placeId, int version, VenueForm form) {}

    /**
     * What came of a change.
     *
     * @param differences where somebody was faster: of each field that differs what is saved, and what was asked for; nothing was
     *     changed then
     */
    record Outcome(String path, List<Difference> differences) {

        boolean conflict() {
            return !differences.isEmpty();
        }
    }

    /** The id of the one that a venue turned out to be, or its own. */
    @Transactional(readOnly = true)
    long standing(long id) {
        Long into = rows.read(id).mergedInto();
        return into == null ? id : into;
    }

    @Transactional(readOnly = true)
    Current current(long id, Locale language) {
        Saved saved = rows.read(id).standing();
        String place = places.byId(Long.parseLong(saved.facts().get(Fact.PLACE)))
                .map(at -> at.label(language))
                .orElse("");
        return new Current(
                saved.path(),
                saved.facts().get(Fact.NAME),
                Long.parseLong(saved.facts().get(Fact.PLACE)),
                saved.version(),
                VenueForm.of(saved.facts(), place, Integer.toString(saved.version())));
    }

    /** What annotations cannot say of a form. */
    void check(VenueForm form, @Nullable Place place, Errors errors) {
        if (!isKind(form.kind())) {
            errors.rejectValue("kind", "venue.kind.missing");
        }
        boolean asks = !form.cost().isEmpty() && !form.cost().equals(Cost.Model.FREE.name());
        if (!asks && !form.amount().isEmpty()) {
            errors.rejectValue("amount", form.cost().isEmpty() ? "venue.amount.model" : "venue.amount.free");
        }
        if (place == null) {
            return;
        }
        int digits = Money.digits(Cost.currencyOf(place.country()));
        for (String field : List.of("amount", "deposit")) {
            String typed = field.equals("amount") ? form.amount() : form.deposit();
            if (!typed.isEmpty() && !errors.hasFieldErrors(field) && !VenueForm.payable(typed, digits)) {
                errors.rejectValue(field, "venue.amount.wrong");
            }
        }
    }

    private static boolean isKind(String kind) {
        for (VenueKind known : VenueKind.values()) {
            if (known.name().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    /** @return the address of its page */
    @Transactional
    String add(VenueForm form, Place place, long librarian) {
        return rows.read(rows.insert(form.facts(place), place, librarian)).path();
    }

    /** @param other whether the form was opened for another venue, which turned out to be this one */
    @Transactional
    Outcome edit(long id, VenueForm form, Place place, long librarian, boolean other) {
        BadRequestException.unless(form.version().matches("\\d{1,9}"), "no version");
        Saved saved = rows.lock(id).standing();
        Facts facts = form.facts(place);
        if (other || Integer.parseInt(form.version()) != saved.version()) {
            // the same form sent twice is no conflict
            return new Outcome(saved.path(), rows.differences(saved.facts(), facts));
        }
        rows.change(saved, facts, Kind.EDITED, librarian);
        return new Outcome(rows.read(id).path(), List.of());
    }

    private record Revision(Kind kind, String[] fields, String[] before, String[] after) {

        Map<Fact, String> values(String[] values) {
            Map<Fact, String> all = new EnumMap<>(Fact.class);
            IntStream.range(0, fields.length).forEach(i -> all.put(Fact.of(fields[i]), values[i]));
            return all;
        }
    }

    /**
     * Takes back what a revision changed, unless that was changed since.
     *
     * @throws NotFoundException when the venue has no such revision
     */
    @Transactional
    Outcome undo(long id, long revision, long librarian) {
        Saved saved = rows.lock(id).standing();
        Revision change = jdbc.sql("select kind, fields, before, after from venue_revision"
                        + " where id = :revision and venue_id = :id")
                .param("revision", revision)
                .param("id", id)
                .query((row, n) -> new Revision(
                        Kind.valueOf(row.getString("kind")),
                        (String[]) row.getArray("fields").getArray(),
                        (String[]) row.getArray("before").getArray(),
                        (String[]) row.getArray("after").getArray()))
                .optional()
                .orElseThrow(NotFoundException::new);
        BadRequestException.unless(change.kind() == Kind.EDITED || change.kind() == Kind.UNDONE, "not to be undone so");
        Facts wanted = saved.facts().with(change.values(change.before()));
        if (!saved.facts()
                .differences(saved.facts().with(change.values(change.after())))
                .isEmpty()) {
            return new Outcome(saved.path(), rows.differences(saved.facts(), wanted));
        }
        rows.change(saved, wanted, Kind.UNDONE, librarian);
        return new Outcome(VenueCard.pathOf(id, rows.read(id).slug()), List.of());
    }
}
