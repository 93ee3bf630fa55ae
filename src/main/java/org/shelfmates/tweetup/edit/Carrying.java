package org.shelfmates.tweetup.edit;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.shelfmates.tweetup.LocalTimes;
import org.shelfmates.tweetup.Tweetup;
import org.shelfmates.web.Dates;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.validation.MapBindingResult;

/**
 * Carries what an edit changes of one tweetup over to those after it in its series, and nothing else: where one of them was
 * edited alone it keeps its differences.
 */
@Component
class Carrying {

    private final EditPages pages;
    private final PartEditing parts;
    private final Dates dates;

    Carrying(EditPages pages, PartEditing parts, Dates dates) {
        this.pages = pages;
        this.parts = parts;
        this.dates = dates;
    }

    /**
     * @param later whose rows the caller holds
     * @param edited not written yet
     * @param errors gets the first whose parts cannot be changed so
     * @return what each of them is to be
     */
    Map<Tweetup, EditForm> to(List<Tweetup> later, Tweetup edited, EditForm form, Errors errors) {
        Map<Tweetup, EditForm> all = new LinkedHashMap<>();
        if (later.isEmpty()) {
            return all;
        }
        Map<Long, EditPages.Saved> saved = pages.saved(Stream.concat(Stream.of(edited), later.stream())
                .map(Tweetup::id)
                .toList());
        EditForm before = Objects.requireNonNull(saved.get(edited.id())).form();
        for (Tweetup one : later) {
            EditForm its = merge(one, Objects.requireNonNull(saved.get(one.id())), before, form, edited);
            Errors wrong = new MapBindingResult(new HashMap<>(), "form");
            parts.check(one.id(), its.parts(), wrong);
            if (wrong.hasErrors() && !errors.hasFieldErrors("parts")) {
                errors.rejectValue("parts", "series.edit.parts", new Object[] {when(one)}, null);
            }
            all.put(one, its);
        }
        return all;
    }

    private String when(Tweetup tweetup) {
        Tweetup.Slot slot = tweetup.slot();
        return slot == null ? tweetup.title() : dates.shortDay(slot.start(), tweetup.zone());
    }

    private static EditForm merge(Tweetup one, EditPages.Saved saved, EditForm before, EditForm form, Tweetup edited) {
        EditForm its = saved.form();
        boolean greets = form.greeter().isEmpty()
                || saved.planners().stream().anyMatch(person -> person.handle().equals(form.greeter()));
        return new EditForm(
                its.version(),
                changed(before.title(), form.title(), its.title()),
                before.plan().equals(form.plan()) ? its.plan() : form.plan(),
                changed(before.group(), form.group(), its.group()),
                changed(before.occasion(), form.occasion(), its.occasion()),
                changed(before.free(), form.free(), its.free()),
                changed(before.stepFree(), form.stepFree(), its.stepFree()),
                changed(before.hashtag(), form.hashtag(), its.hashtag()),
                changed(before.cost(), form.cost(), its.cost()),
                changed(before.access(), form.access(), its.access()),
                changed(before.lastConnection(), form.lastConnection(), its.lastConnection()),
                changed(before.bring(), form.bring(), its.bring()),
                changed(before.sign(), form.sign(), its.sign()),
                greets ? changed(before.greeter(), form.greeter(), its.greeter()) : its.greeter(),
                Objects.equals(before.places(), form.places()) ? its.capacity() : form.capacity(),
                before.company() == form.company() ? its.companions() : form.companions(),
                before.close().equals(form.close()) ? its.close() : close(form.close(), edited, one, its),
                PartLine.merge(before.parts(), form.parts(), its.parts()));
    }

    private static String changed(String before, String now, String its) {
        return before.equals(now) ? its : now;
    }

    /** As many days before its start as the edited one's, at the same time by the clock. */
    private static String close(String typed, Tweetup edited, Tweetup one, EditForm its) {
        Tweetup.Slot from = edited.slot();
        Tweetup.Slot slot = one.slot();
        if (typed.isEmpty() || from == null || slot == null) {
            return slot == null ? its.close() : "";
        }
        Instant close = LocalTimes.at(LocalTimes.time(typed), edited.zone());
        return LocalTimes.typed(LocalTimes.closing(close, from.start(), slot.start(), one.zone()), one.zone());
    }
}
