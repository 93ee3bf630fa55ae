package org.shelfmates.venue.edit;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.shelfmates.place.Places;
import org.shelfmates.venue.Cost;
import org.shelfmates.venue.Money;
import org.shelfmates.venue.VenueKind;
import org.shelfmates.venue.edit.Revisions.Revision;
import org.shelfmates.venue.edit.VenueRows.Kind;
import org.shelfmates.venue.edit.VenueRows.Saved;
import org.shelfmates.web.BadRequestException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/** Adds and corrects venues, and takes corrections back. Anybody who is signed in may; every change is written down. */
@Service
class Revising {

    private final VenueRows rows;
    private final Revisions revisions;
    private final Places places;

    Revising(VenueRows rows, Revisions revisions, Places places) {
        this.rows = rows;
        this.revisions = revisions;
        this.places = places;
    }

    /** A venue as its form begins. */
    record Current(String path, String name, long placeId, int version, VenueForm form) {}

    /**
     * What came of a change.
     *
     * @param differences where somebody was faster: of each field that differs what is saved, and what was asked for; nothing was
     *     changed then
     * @param version of what is saved
     */
    record Outcome(String path, List<Difference> differences, int version) {

        private static Outcome done(Saved now) {
            return new Outcome(now.path(), List.of(), now.version());
        }

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
            return instead(saved, facts);
        }
        rows.change(saved, facts, Kind.EDITED, librarian);
        return Outcome.done(rows.read(id));
    }

    /**
     * Takes back what a revision changed, unless that was changed since, or something that is one thing with it.
     *
     * @throws org.shelfmates.web.NotFoundException when the venue has no such revision
     */
    @Transactional
    Outcome undo(long id, long revision, long librarian) {
        Saved saved = rows.lock(id).standing();
        Revision change = revisions.read(saved, revision);
        BadRequestException.unless(change.kind() == Kind.EDITED || change.kind() == Kind.UNDONE, "not to be undone so");
        if (!change.fields().stream().allMatch(change::stands)) {
            return instead(saved, change.without(change.whole()));
        }
        rows.change(saved, change.without(change.fields()), Kind.UNDONE, librarian);
        return Outcome.done(rows.read(id));
    }

    /** Nothing is changed, and this is what would have been. */
    private Outcome instead(Saved saved, Facts wanted) {
        return new Outcome(saved.path(), rows.differences(saved.facts(), wanted), saved.version());
    }
}
