package org.shelfmates.librarian.edit;

import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.card.Link;
import org.shelfmates.librarian.card.Link.Kind;
import org.shelfmates.librarian.card.LinkReading;
import org.shelfmates.web.Line;
import org.springframework.validation.BindingResult;

/** Links as they are typed: one of each kind, and three others. */
record LinksForm(
        @Size(max = LinkReading.LONGEST, message = LIMIT) @Line
        String blog,

        @Size(max = LinkReading.LONGEST, message = LIMIT) @Line
        String mastodon,

        @Size(max = LinkReading.LONGEST, message = LIMIT) @Line
        String bluesky,

        @Size(max = LinkReading.LONGEST, message = LIMIT) @Line
        String linkedin,

        @Size(max = LinkReading.LONGEST, message = LIMIT) @Line
        String orcid,

        @Size(max = LinkReading.LONGEST, message = LIMIT) @Line
        String other1,

        @Size(max = LinkReading.LONGEST, message = LIMIT) @Line
        String other2,

        @Size(max = LinkReading.LONGEST, message = LIMIT) @Line
        String other3) {

    static final LinksForm NONE = new LinksForm("", "", "", "", "", "", "", "");

    private static final String LIMIT = "{profile.link.limit}";

    LinksForm {
        blog = ProfileForm.stripped(blog);
        mastodon = ProfileForm.stripped(mastodon);
        bluesky = ProfileForm.stripped(bluesky);
        linkedin = ProfileForm.stripped(linkedin);
        orcid = ProfileForm.stripped(orcid);
        other1 = ProfileForm.stripped(other1);
        other2 = ProfileForm.stripped(other2);
        other3 = ProfileForm.stripped(other3);
    }

    private record Typed(String field, Kind kind, String words) {}

    private List<Typed> typed() {
        return List.of(
                new Typed("blog", Kind.BLOG, blog),
                new Typed("mastodon", Kind.MASTODON, mastodon),
                new Typed("bluesky", Kind.BLUESKY, bluesky),
                new Typed("linkedin", Kind.LINKEDIN, linkedin),
                new Typed("orcid", Kind.ORCID, orcid),
                new Typed("other1", Kind.OTHER, other1),
                new Typed("other2", Kind.OTHER, other2),
                new Typed("other3", Kind.OTHER, other3));
    }

    /** @param kept such as {@link Link#kept} makes them */
    static LinksForm of(List<Link> kept) {
        List<Link> left = new ArrayList<>(kept);
        return new LinksForm(
                take(left, Kind.BLOG),
                take(left, Kind.MASTODON),
                take(left, Kind.BLUESKY),
                take(left, Kind.LINKEDIN),
                take(left, Kind.ORCID),
                take(left, Kind.OTHER),
                take(left, Kind.OTHER),
                take(left, Kind.OTHER));
    }

    private static String take(List<Link> left, Kind kind) {
        @Nullable
        Link first =
                left.stream().filter(link -> link.kind() == kind).findFirst().orElse(null);
        left.remove(first);
        return first == null ? "" : first.address();
    }

    /** The links that they mean; what means none is said beside its field. */
    List<Link> read(BindingResult errors) {
        List<Link> links = new ArrayList<>();
        for (Typed one : typed()) {
            String field = "links." + one.field();
            if (!one.words().isEmpty() && !errors.hasFieldErrors(field)) {
                LinkReading.read(one.kind(), one.words())
                        .ifPresentOrElse(links::add, () -> errors.rejectValue(field, "profile.link." + one.kind()));
            }
        }
        return links.stream().distinct().toList();
    }
}
