package org.shelfmates.tweetup.edit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.shelfmates.account.Viewer;
import org.shelfmates.tweetup.LocalTimes;
import org.shelfmates.tweetup.Tweetup;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Finds what a form to edit a tweetup refers to by name, and says beside the fields what it cannot find. */
@Component
class EditLookups {

    private final OccasionChoices occasions;
    private final JdbcClient jdbc;

    EditLookups(OccasionChoices occasions, JdbcClient jdbc) {
        this.occasions = occasions;
        this.jdbc = jdbc;
    }

    /** What annotations cannot check, found with the tweetup at hand. */
    record Found(
            @Nullable Long group,
            @Nullable Long occasion,
            @Nullable Long greeter,
            @Nullable Instant close) {}

    Found find(Tweetup tweetup, EditForm form, Viewer planner, Errors errors) {
        return new Found(
                group(tweetup.id(), planner, form, errors),
                occasion(tweetup.id(), form, errors),
                greeter(tweetup.id(), form, errors),
                close(tweetup, form, errors));
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

    private @Nullable Long occasion(long id, EditForm form, Errors errors) {
        if (form.occasion().isEmpty() || errors.hasFieldErrors("occasion")) {
            return null;
        }
        Long occasion = occasions.id(form.occasion(), id);
        if (occasion == null) {
            errors.rejectValue("occasion", "plan.occasion.unknown");
        }
        return occasion;
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
}
