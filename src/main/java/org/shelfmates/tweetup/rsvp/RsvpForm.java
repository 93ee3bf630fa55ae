package org.shelfmates.tweetup.rsvp;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.Answer;
import org.shelfmates.tweetup.TweetupPage;
import org.shelfmates.tweetup.Visibility;
import org.shelfmates.web.Line;
import org.shelfmates.web.Prose;

/**
 * An answer as somebody gives it. What a button leaves out stays as it was, so that "still coming" keeps the party.
 *
 * @param answer {@code going}, {@code maybe} or {@code not-going}
 * @param guests how many they bring
 * @param part the ids of the parts that they come to, after one empty value which says that parts were asked for
 * @param note for the other people who come, may be empty
 * @param visible {@code everyone}, {@code members} or {@code planners}
 * @param question for the planners, which goes into the conversation; may be empty
 * @param share {@code yes} or {@code no}: whether planners may see the address
 */
record RsvpForm(
        @NotNull(message = "{rsvp.answer}")
        @Pattern(regexp = "going|maybe|not-going", message = "{rsvp.answer}")
        @Nullable
        String answer,

        @Pattern(regexp = "\\s*|0*\\d{1,2}", message = "{rsvp.guests}") @Nullable
        String guests,

        @Size(max = 7) @Nullable List<@Pattern(regexp = "|\\d{1,18}", message = "{rsvp.part.unknown}") String> part,

        @Size(max = 200) @Line @Nullable String note,

        @Pattern(regexp = "everyone|members|planners", message = "{rsvp.visible}") @Nullable
        String visible,

        @Pattern(regexp = "yes|no", message = "{rsvp.share}") @Nullable
        String share,

        @Size(max = 1000) @Prose @Nullable String question) {

    RsvpForm {
        note = note == null ? null : note.strip();
        part = part == null ? null : part.stream().filter(Objects::nonNull).toList();
    }

    /** @param mine what the viewer has answered, or null */
    static RsvpForm of(TweetupPage.@Nullable Mine mine) {
        return mine == null
                ? new RsvpForm(null, "0", List.of(), "", Visibility.EVERYONE.word(), "no", "")
                : new RsvpForm(
                        mine.answer().word(),
                        Integer.toString(mine.companions()),
                        mine.parts().stream().map(String::valueOf).toList(),
                        mine.note(),
                        mine.visibleTo().word(),
                        mine.shareEmail() ? "yes" : "no",
                        "");
    }

    /** @param word an answer to begin with; anything else is none */
    RsvpForm answering(String word) {
        return new RsvpForm(
                Answer.of(word).map(Answer::word).orElse(null), guests, part, note, visible, share, question);
    }

    boolean asks() {
        return question != null && !question.isBlank();
    }

    /** Only for a form without errors. */
    Wish changing(Wish before) {
        return new Wish(
                Answer.of(Objects.requireNonNull(answer)).orElseThrow(),
                guests == null ? before.companions() : guests.isBlank() ? 0 : Integer.parseInt(guests.strip()),
                part == null ? before.parts() : partIds(),
                note == null ? before.note() : note,
                visible == null ? before.visibleTo() : Visibility.of(visible).orElseThrow(),
                share == null ? before.shareEmail() : share.equals("yes"));
    }

    private Set<Long> partIds() {
        return part == null
                ? Set.of()
                : part.stream().filter(id -> !id.isEmpty()).map(Long::valueOf).collect(Collectors.toSet());
    }
}
