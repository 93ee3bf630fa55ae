package org.shelfmates.group.edit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shelfmates.group.Admission;
import org.shelfmates.web.Line;
import org.shelfmates.web.Prose;
import org.shelfmates.web.Slug;

/**
 * A group as its organiser writes it.
 *
 * @param slug its address; where it is left empty, made from the name
 * @param place the id of the place, where one was chosen
 * @param placeName what was typed to find it
 * @param radius in kilometres
 * @param description Markdown
 * @param admission of {@link Admission}
 * @param question asked of who wants to join, where they are asked
 * @param version of the group that the form was filled from, empty for a new one
 */
record GroupForm(
        @NotBlank @Size(max = 80) @Line String name,

        @Size(max = 60, message = "{group.slug.wrong}")
        @Pattern(regexp = "([a-z0-9]+(-[a-z0-9]+)*)?", message = "{group.slug.wrong}")
        String slug,

        @Size(max = 4000) @Prose String description,
        @Size(max = 20) @Line @Nullable String place,
        @Size(max = 200) @Line @Nullable String placeName,

        @Pattern(regexp = "[1-9]\\d?|[1-4]\\d\\d|500", message = "{group.radius.wrong}")
        String radius,

        @Pattern(regexp = "OPEN|ASK|INVITATION", message = "{group.admission.missing}")
        String admission,

        @Size(max = 200) @Line String question,
        @Pattern(regexp = "\\d{0,9}") String version) {

    private static final int LONGEST_SLUG = 60;

    GroupForm {
        name = name == null ? "" : name.strip();
        slug = slug == null ? "" : slug.strip().toLowerCase(Locale.ROOT);
        description = description == null ? "" : description.strip();
        radius = radius == null ? "" : radius.strip();
        admission = admission == null ? "" : admission;
        question = question == null ? "" : question.strip();
        version = version == null ? "" : version;
    }

    static GroupForm blank(@Nullable String place, String placeName) {
        return new GroupForm("", "", "", place, placeName, "25", Admission.OPEN.name(), "", "");
    }

    Admission who() {
        return Admission.valueOf(admission);
    }

    int kilometres() {
        return Integer.parseInt(radius);
    }

    /** Empty where the name has no letter that an address can have. */
    String address() {
        return slug.isEmpty() ? Slug.ascii(name, LONGEST_SLUG) : slug;
    }

    int edition() {
        return version.isEmpty() ? -1 : Integer.parseInt(version);
    }
}
