package org.shelfmates.tweetup.appeal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.shelfmates.tweetup.Due;
import org.shelfmates.web.OldRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets what guests suggested and never confirmed: its links are dead after two days, its words are theirs. */
@Component
class OldSuggestions implements Due {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final String OLD = "stands_at is null and suggested_at < :before";

    private final OldRows rows;
    private final JdbcClient jdbc;

    OldSuggestions(OldRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /** A delete announces a change even where it finds nothing, and all pages that are kept for strangers are made anew. */
    @Override
    public void catchUp(Instant now) {
        Instant before = now.minus(KEPT);
        boolean any = jdbc.sql("select exists (select from appeal_suggestion where " + OLD + ")")
                .param("before", Timestamp.from(before))
                .query(Boolean.class)
                .single();
        if (any) {
            rows.forget("appeal_suggestion", "id", OLD, before);
        }
    }
}
