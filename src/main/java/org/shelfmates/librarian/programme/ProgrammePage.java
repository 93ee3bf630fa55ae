package org.shelfmates.librarian.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;

/**
 * What a programme's page tells.
 *
 * @param description Markdown
 * @param organiser null when there is none any more, or not for whoever looks
 * @param mine whether the viewer is a member, null where not, else whether others may know
 * @param organised whether the viewer is the organiser
 * @param near how many members live near the viewer, who is not counted; 0 for strangers
 */
record ProgrammePage(
        long id,
        ProgrammeCard card,
        String description,
        @Nullable Person organiser,
        @Nullable Boolean mine,
        boolean organised,
        long near,
        List<Thing> things) {

    /** @param done whether the viewer has ticked it off */
    record Thing(int position, String title, String link, boolean done) {}

    public long done() {
        return things.stream().filter(Thing::done).count();
    }
}
