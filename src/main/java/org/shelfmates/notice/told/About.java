package org.shelfmates.notice.told;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.Subject;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Telling;
import org.shelfmates.notice.Word;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A tweetup as it is when people are told of it.
 *
 * @param cancelledAt null unless it is cancelled
 */
record About(
        long id,
        String slug,
        String title,
        String state,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        ZoneId zone,
        String venue,
        @Nullable Instant cancelledAt,
        String because) {

    static About tweetup(JdbcClient jdbc, long id) {
        return jdbc.sql("""
                        select slug, title, state, starts_at, ends_at, zone, venue, cancelled_at, cancelled_because
                        from tweetup where id = ?""")
                .param(id)
                .query((row, n) -> new About(
                        id,
                        row.getString("slug"),
                        row.getString("title"),
                        row.getString("state"),
                        instant(row.getTimestamp("starts_at")),
                        instant(row.getTimestamp("ends_at")),
                        ZoneId.of(row.getString("zone")),
                        row.getString("venue"),
                        instant(row.getTimestamp("cancelled_at")),
                        row.getString("cancelled_because")))
                .single();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    boolean cancelled() {
        return state.equals("CANCELLED");
    }

    boolean scheduled() {
        return state.equals("SCHEDULED");
    }

    Word when() {
        return startsAt == null ? Word.text("") : Word.moment(startsAt, zone);
    }

    Telling telling(Kind kind, String key, Telling.@Nullable Actor actor, Word... words) {
        return telling(kind, key, "", actor, words);
    }

    /** @param below the tweetup's page: {@code /polls}, {@code #comment-7} */
    Telling telling(Kind kind, String key, String below, Telling.@Nullable Actor actor, Word... words) {
        return new Telling(
                kind,
                new Subject("tweetup", id),
                key,
                title,
                "/tweetups/" + id + "/" + slug + below,
                actor,
                List.of(words));
    }
}
