package org.shelfmates.tweetup.edit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.Line;
import org.shelfmates.web.Prose;

/**
 * What a tweetup's planners write about it, all but when and where.
 *
 * @param version of the tweetup that the form was filled from
 * @param plan Markdown
 * @param group the slug of a group, or empty
 * @param occasion the slug of the occasion that it hangs on, or empty
 * @param free {@code true} where it costs nothing, or empty
 * @param stepFree {@code true} where it can be reached without a step, or empty
 * @param hashtag with or without its {@code #}
 * @param greeter the handle of a planner, or empty
 * @param capacity how many may come, empty for any number
 * @param companions how many people each may bring, empty for none
 * @param close when answers close, as the clocks of the place show it; empty for not before it is over
 * @param parts as many as were filled in
 */
record EditForm(
        String version,
        @NotBlank @Size(max = 120) @Line String title,
        @Size(max = 10_000) @Prose String plan,
        @Size(max = 80) @Line String group,
        @Size(max = 200) @Line String occasion,
        @Pattern(regexp = "true|") String free,
        @Pattern(regexp = "true|") String stepFree,

        @Pattern(regexp = "[\\p{L}\\p{M}\\p{Nd}_]{0,59}", message = "{edit.hashtag.wrong}")
        String hashtag,

        @Size(max = 300, message = "{edit.limit}") @Line String cost,
        @Size(max = 500, message = "{edit.limit}") @Line String access,

        @Size(max = 300, message = "{edit.limit}") @Line String lastConnection,

        @Size(max = 300, message = "{edit.limit}") @Line String bring,
        @Size(max = 300, message = "{edit.limit}") @Line String sign,

        @Size(max = 80, message = "{edit.greeter.wrong}") @Line
        String greeter,

        @Pattern(regexp = "0*([1-9]\\d{0,3}|10000)|", message = "{tweetup.capacity}")
        String capacity,

        @Pattern(regexp = "0*(1?\\d|20)|", message = "{edit.companions.wrong}")
        String companions,

        @Size(max = 40, message = "{tweetup.time}") @Line String close,
        List<PartLine> parts) {

    EditForm {
        version = strip(version);
        title = strip(title);
        plan = strip(plan);
        group = strip(group);
        occasion = strip(occasion);
        free = strip(free);
        stepFree = strip(stepFree);
        hashtag = strip(hashtag).replaceFirst("^#", "");
        cost = strip(cost);
        access = strip(access);
        lastConnection = strip(lastConnection);
        bring = strip(bring);
        sign = strip(sign);
        greeter = strip(greeter);
        capacity = strip(capacity);
        companions = strip(companions);
        close = strip(close);
        parts = parts == null
                ? List.of()
                : parts.stream().filter(part -> part != null && !part.empty()).toList();
    }

    private static String strip(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** Those that there are, and empty ones for more. */
    public List<PartLine> rows() {
        return Stream.concat(parts.stream(), Stream.generate(() -> PartLine.EMPTY))
                .limit(Math.max(parts.size(), PartEditing.MOST))
                .toList();
    }

    @Nullable
    Integer places() {
        return capacity.isEmpty() ? null : Integer.valueOf(capacity);
    }

    int company() {
        return companions.isEmpty() ? 0 : Integer.parseInt(companions);
    }

    /**
     * A field that two planners filled differently.
     *
     * @param label the message that names it
     */
    record Difference(String label, String theirs, String mine) {}

    /** @param theirs what is saved */
    List<Difference> differences(EditForm theirs) {
        List<Difference> all = new ArrayList<>();
        all.add(new Difference("plan.title", theirs.title, title));
        all.add(new Difference("plan.plan", theirs.plan, plan));
        all.add(new Difference("plan.group", theirs.group, group));
        all.add(new Difference("plan.occasion", theirs.occasion, occasion));
        all.add(new Difference("plan.free", theirs.free, free));
        all.add(new Difference("plan.step-free", theirs.stepFree, stepFree));
        all.add(new Difference("edit.hashtag", theirs.hashtag, hashtag));
        all.add(new Difference("edit.cost", theirs.cost, cost));
        all.add(new Difference("edit.access", theirs.access, access));
        all.add(new Difference("edit.last", theirs.lastConnection, lastConnection));
        all.add(new Difference("edit.bring", theirs.bring, bring));
        all.add(new Difference("edit.sign", theirs.sign, sign));
        all.add(new Difference("edit.greeter", theirs.greeter, greeter));
        all.add(new Difference("plan.capacity", Objects.toString(theirs.places(), ""), Objects.toString(places(), "")));
        all.add(new Difference("edit.companions", "" + theirs.company(), "" + company()));
        all.add(new Difference("edit.close", theirs.close, close));
        all.add(new Difference("edit.parts", parts(theirs), parts(this)));
        return all.stream()
                .filter(field -> !field.theirs().equals(field.mine()))
                .toList();
    }

    private static String parts(EditForm form) {
        return String.join(
                ", ",
                form.parts.stream()
                        .map(part -> part.name() + (part.capacity().isEmpty() ? "" : " (" + part.capacity() + ")"))
                        .toList());
    }
}
