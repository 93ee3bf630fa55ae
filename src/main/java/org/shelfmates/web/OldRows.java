package org.shelfmates.web;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets what is old, a piece at a time: no delete is long, and whoever reads or writes a row meanwhile goes first. */
@Component
public class OldRows {

    private static final int PIECE = 1000;

    private final JdbcClient jdbc;

    OldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Deletes at most {@value #PIECE} rows, by one statement.
     *
     * @param key the column that tells the rows of the table apart
     * @param old the condition, in which {@code :before} is an instant; written in the program, never by anybody else
     */
    public void forget(String table, String key, String old, Instant before) {
        jdbc.sql("delete from %1$s where %2$s in (select %2$s from %1$s where %3$s limit :piece for update skip locked)"
                        .formatted(table, key, old))
                .param("before", Timestamp.from(before))
                .param("piece", PIECE)
                .update();
    }
}
