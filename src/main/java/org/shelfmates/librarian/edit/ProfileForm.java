package org.shelfmates.librarian.edit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Sector;
import org.shelfmates.librarian.card.Audiences;
import org.shelfmates.librarian.card.Offer;
import org.shelfmates.librarian.card.Stage;
import org.shelfmates.web.Line;
import org.shelfmates.web.Prose;

/**
 * @param place the id of the home place, where one was chosen
 * @param placeName what was typed to find it
 * @param languages their names, separated by commas
 * @param interests separated by commas
 * @param audience who sees each part, as {@link Audiences} has it
 * @param hidden from strangers and search engines
 * @param version of the profile that the form was filled from
 */
record ProfileForm(
        @NotBlank @Size(max = 80) @Line String name,
        @Size(max = 40) @Line String pronouns,
        @Size(max = 20) @Line @Nullable String place,
        @Size(max = 200) @Line @Nullable String placeName,
        @Size(max = 160) @Line String work,
        List<Sector> sectors,
        @Nullable Stage stage,
        @Size(max = 300) @Line String languages,
        @Size(max = 600) @Prose String interests,
        @Size(max = 4000) @Prose String about,
        List<Offer> offers,
        @Size(max = 300) @Prose String lookingFor,
        @Valid LinksForm links,
        List<String> audience,
        @Nullable Boolean hidden,
        int version) {

    ProfileForm {
        name = stripped(name);
        pronouns = stripped(pronouns);
        work = stripped(work);
        sectors = chosen(sectors);
        languages = stripped(languages);
        interests = interests == null ? "" : interests;
        about = stripped(about);
        offers = chosen(offers);
        lookingFor = stripped(lookingFor);
        links = links == null ? LinksForm.NONE : links;
        audience = chosen(audience);
        hidden = Boolean.TRUE.equals(hidden);
    }

    /** Without the nulls that an empty field or a number left out of {@code sectors[1]} makes. */
    private static <T> List<T> chosen(@Nullable List<@Nullable T> typed) {
        return typed == null
                ? List.of()
                : typed.stream().filter(Objects::nonNull).distinct().toList();
    }

    static String stripped(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** @throws IllegalArgumentException for words that no form of ours sends */
    public Audiences audiences() {
        return Audiences.of(audience);
    }
}
