package org.shelfmates.tweetup;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The occasion that a tweetup hangs on, as its page names it. */
record Around(String name, String path) {

    /** Reads the columns {@code occasion_name} and {@code occasion_slug}. */
    static @Nullable Around of(ResultSet row) throws SQLException {
        String slug = row.getString("occasion_slug");
        return slug == null ? null : new Around(row.getString("occasion_name"), "/occasions/" + slug);
    }
}
