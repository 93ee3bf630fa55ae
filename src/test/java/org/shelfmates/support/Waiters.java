package org.shelfmates.support;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waits until another transaction waits for a lock of this one, so that what happens at once is the same each time. */
public final class Waiters {

    private Waiters() {}

    /** To be called inside the transaction that is waited for. */
    public static void one(JdbcClient jdbc) {
        long mine = jdbc.sql("select pg_backend_pid()").query(Long.class).single();
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql(
                                "select exists (select from pg_locks where not granted and ? = any(pg_blocking_pids(pid)))")
                        .param((int) mine)
                        .query(Boolean.class)
                        .single());
    }

    /** Until a transaction waits for a whole table. */
    public static void forTable(JdbcClient jdbc, String table) {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("select exists (select from pg_locks where not granted and relation = ?::regclass"
                                + " and mode = 'AccessExclusiveLock')")
                        .param(table)
                        .query(Boolean.class)
                        .single());
    }
}
