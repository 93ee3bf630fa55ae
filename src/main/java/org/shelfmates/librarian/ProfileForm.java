package org.shelfmates.librarian;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.Line;
import org.shelfmates.web.Prose;

/**
 * @param place the id of the home place, where one was chosen
 * @param placeName what was typed to find it
 * @param interests separated by commas
 * @param version of the profile that the form was filled from
 */
record ProfileForm(
        @NotBlank @Size(max = 80) @Line String name,
        @Size(max = 20) @Line @Nullable String place,
        @Size(max = 200) @Line @Nullable String placeName,
        @Size(max = 160) @Line String work,
        List<Sector> sectors,
        @Size(max = 600) @Prose String interests,
        @Size(max = 4000) @Prose String about,
        int version) {

    ProfileForm {
        name = name == null ? "" : name.strip();
        work = work == null ? "" : work.strip();
        sectors = sectors == null ? List.of() : sectors.stream().distinct().toList();
        interests = interests == null ? "" : interests;
        about = about == null ? "" : about.strip();
    }
}
