package org.shelfmates.tweetup.rsvp;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.Answer;
import org.shelfmates.tweetup.Standing;
import org.shelfmates.web.PageKey;

/**
 * The date-due slip: who answered.
 *
 * @param rows in the order of the slip
 * @param next the key of the page after this one, or null at the end
 */
record Slip(List<Row> rows, @Nullable PageKey next) {

    /**
     * One line of the date-due slip.
     *
     * @param name empty where the reader may not know whose it is
     * @param path of the profile; guests have none
     * @param parts the names of the parts that they come to, in words
     */
    public record Row(
            String name,
            @Nullable String path,
            Answer answer,
            @Nullable Standing standing,
            int companions,
            String parts,
            String note,
            Instant answeredAt) {}

    public boolean empty() {
        return rows.isEmpty();
    }

    public List<Row> confirmed() {
        return with(Standing.CONFIRMED);
    }

    public List<Row> waiting() {
        return with(Standing.WAITING);
    }

    /** Who may come: they have no standing. */
    public List<Row> maybe() {
        return with(null);
    }

    private List<Row> with(@Nullable Standing standing) {
        return rows.stream().filter(row -> row.standing() == standing).toList();
    }
}
