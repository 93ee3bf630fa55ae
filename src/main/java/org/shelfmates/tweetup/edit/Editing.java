package org.shelfmates.tweetup.edit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.Details;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.Scope;
import org.shelfmates.tweetup.Tweetup;
import org.shelfmates.tweetup.rsvp.Answering;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;
import org.springframework.validation.MapBindingResult;

/** Saves what planners edit. Places that were given out stay given out; where there are more, the first who wait move up. */
@Service
class Editing {

    private final Plans plans;
    private final EditPages pages;
    private final EditLookups lookups;
    private final PartEditing parts;
    private final Carrying carrying;
    private final Answering answering;
    private final EntityManager entities;

    Editing(
            Plans plans,
            EditPages pages,
            EditLookups lookups,
            PartEditing parts,
            Carrying carrying,
            Answering answering,
            EntityManager entities) {
        this.plans = plans;
        this.pages = pages;
        this.lookups = lookups;
        this.parts = parts;
        this.carrying = carrying;
        this.answering = answering;
        this.entities = entities;
    }

    /** @param errors what is wrong with the form already, and what else is */
    @Transactional
    Saving save(long id, Viewer planner, EditForm form, Scope scope, Errors errors) {
        List<Tweetup> later = plans.later(id, planner.id(), scope);
        Tweetup tweetup = plans.forChange(id, planner.id());
        EditLookups.Found found = lookups.find(tweetup, form, planner, errors);
        parts.check(id, form.parts(), errors);
        if (errors.hasErrors()) {
            return Saving.REFUSED;
        }
        if (!Saving.current(form.version(), tweetup)) {
            // the same form sent twice is no conflict
            EditForm saved =
                    Objects.requireNonNull(pages.saved(List.of(id)).get(id)).form();
            return form.differences(saved).isEmpty() ? Saving.SAVED : Saving.STALE;
        }
        Map<Tweetup, EditForm> carried = carrying.to(later, tweetup, form, errors);
        if (errors.hasErrors()) {
            return Saving.REFUSED;
        }
        write(tweetup, form, found);
        // of the later ones: what was carried over was checked where it was typed
        carried.forEach((one, its) ->
                write(one, its, lookups.find(one, its, planner, new MapBindingResult(new HashMap<>(), "form"))));
        return Saving.SAVED;
    }

    private void write(Tweetup tweetup, EditForm form, EditLookups.Found found) {
        // parts have tables of their own: a change of these alone makes a new version too
        entities.lock(tweetup, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        tweetup.rewrite(form.title(), form.plan());
        tweetup.belongTo(found.group());
        tweetup.hangOn(found.occasion());
        tweetup.promise(!form.free().isEmpty(), !form.stepFree().isEmpty());
        tweetup.describe(new Details(
                form.hashtag(),
                form.cost(),
                form.access(),
                form.lastConnection(),
                form.bring(),
                form.sign(),
                found.greeter()));
        tweetup.limitTo(form.places());
        tweetup.allow(form.company());
        tweetup.closeAnswersAt(found.close());
        parts.save(tweetup.id(), form.parts());
        answering.fill(tweetup);
    }
}
