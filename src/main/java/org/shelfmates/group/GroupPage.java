package org.shelfmates.group;

import org.jspecify.annotations.Nullable;
import org.shelfmates.picture.Picture;
import org.shelfmates.place.Coordinates;

/**
 * What a group's page tells of the group itself.
 *
 * @param description Markdown
 * @param at where its place is
 * @param question what who asks to join is asked; empty but with {@link Admission#ASK}
 * @param alt what is on the picture
 * @param standing the viewer's
 * @param unrun whether nobody runs it, and its members were told so; of strangers, whose pages are kept, never
 */
public record GroupPage(
        GroupCard card,
        long placeId,
        Coordinates at,
        String description,
        Admission admission,
        String question,
        @Nullable Picture picture,
        String alt,
        Standing standing,
        boolean unrun) {

    /** Whether the viewer belongs to it: null no, else whether they are an organiser. */
    public @Nullable Boolean membership() {
        return standing.member() ? standing.organiser() : null;
    }
}
