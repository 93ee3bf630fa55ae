package org.shelfmates.tweetup.edit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.Details;
import org.shelfmates.tweetup.LocalTimes;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.Scope;
import org.shelfmates.tweetup.State;
import org.shelfmates.tweetup.Tweetup;
import org.shelfmates.tweetup.rsvp.Answering;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;
import org.springframework.validation.MapBindingResult;

/** Saves what planners edit. Places that were given out stay given out; where there are more, the first who wait move up. */
@Service
class Editing {

    private final Plans plans;
    private final EditPages pages;
    private final PartEditing parts;
    private final Carrying carrying;
    private final Answering answering;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final Clock clock;

    Editing(
            Plans plans,
            EditPages pages,
            PartEditing parts,
            Carrying carrying,
            Answering answering,
            EntityManager entities,
            JdbcClient jdbc,
            Clock clock) {
        this.plans = plans;
        this.pages = pages;
        this.parts = parts;
        this.carrying = carrying;
        this.answering = answering;
        this.entities = entities;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What annotations cannot check, found with the tweetup at hand. */
    private record Found(
            @Nullable Long group,
            @Nullable Long greeter,
            @Nullable Instant close) {}

    /** @param errors what is wrong with the form already, and what else is */
    @Transactional
    Saving save(long id, Viewer planner, EditForm form, Scope scope, Errors errors) {
        List<Tweetup> later = plans.later(id, planner.id(), scope);
        Tweetup tweetup = plans.forChange(id, planner.id());
        Found found =
                new Found(group(id, planner, form, errors), greeter(id, form, errors), close(tweetup, form, errors));
        parts.check(id, form.parts(), errors);
        if (errors.hasErrors()) {
            return Saving.REFUSED;
        }
        if (!Saving.current(form.version(), tweetup)) {
            // the same form sent twice is no conflict
            EditForm saved = pages.byId(id, planner).saved();
            return form.differences(saved).isEmpty() ? Saving.SAVED : Saving.STALE;
        }
        Map<Tweetup, EditForm> carried = carrying.to(later, tweetup, form, planner, errors);
        if (errors.hasErrors()) {
            return Saving.REFUSED;
        }
        write(tweetup, form, found);
        carried.forEach((one, its) -> write(one, its, found(one, its, planner)));
        return Saving.SAVED;
    }

    /** Of a later one in the series: what was carried over was checked where it was typed. */
    private Found found(Tweetup tweetup, EditForm form, Viewer planner) {
        Errors none = new MapBindingResult(new HashMap<>(), "form");
        return new Found(
                group(tweetup.id(), planner, form, none),
                greeter(tweetup.id(), form, none),
                close(tweetup, form, none));
    }

    /** One of the planner's groups, or the one that it has, which another planner may have chosen. */
    private @Nullable Long group(long id, Viewer planner, EditForm form, Errors errors) {
        if (form.group().isEmpty() || errors.hasFieldErrors("group")) {
            return null;
        }
        Long group = jdbc.sql("""
                        select g.id from city_group g where g.slug = :slug and (
                            exists (select from membership where group_id = g.id and librarian_id = :planner)
                            or exists (select from tweetup where id = :id and group_id = g.id))""")
                .param("slug", form.group())
                .param("planner", planner.id())
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElse(null);
        if (group == null) {
            errors.rejectValue("group", "tweetup.group.unknown");
        }
        return group;
    }

    private @Nullable Long greeter(long id, EditForm form, Errors errors) {
        if (form.greeter().isEmpty() || errors.hasFieldErrors("greeter")) {
            return null;
        }
        Long greeter = jdbc.sql("select a.id from planner p join account a on a.id = p.librarian_id"
                        + " where p.tweetup_id = ? and a.handle = ?")
                .params(id, form.greeter())
                .query(Long.class)
                .optional()
                .orElse(null);
        if (greeter == null) {
            errors.rejectValue("greeter", "edit.greeter.wrong");
        }
        return greeter;
    }

    private static @Nullable Instant close(Tweetup tweetup, EditForm form, Errors errors) {
        if (form.close().isEmpty()) {
            return null;
        }
        Instant close = LocalTimes.read("close", form.close(), tweetup.zone(), errors);
        Instant saved = tweetup.answersCloseAt();
        Tweetup.Slot slot = tweetup.slot();
        if (close == null || saved != null && close.equals(saved.truncatedTo(ChronoUnit.MINUTES))) {
            return saved;
        }
        if (slot == null) {
            errors.rejectValue("close", "edit.close.undated");
        } else if (close.isAfter(slot.start())) {
            errors.rejectValue("close", "edit.close.late");
        } else if (close.isBefore(slot.start().minus(1_000, ChronoUnit.DAYS))) {
            errors.rejectValue("close", "tweetup.time"); // a slip of the pen, such as the year 27
        }
        return close;
    }

    private void write(Tweetup tweetup, EditForm form, Found found) {
        // parts have tables of their own: a change of these alone makes a new version too
        entities.lock(tweetup, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        tweetup.rewrite(form.title(), form.plan());
        tweetup.belongTo(found.group());
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
        if (tweetup.stateAt(clock.instant()) == State.SCHEDULED) {
            answering.fill(tweetup);
        }
    }
}
