package org.shelfmates.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Knows whether something that strangers see has changed: a counter that grows with every state-changing request of
 * this instance and with every notification of the database (migration {@code web_changes}), which tells of the other
 * instances. While the database cannot be heard nothing counts as unchanged.
 */
@Component
class Changes implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Changes.class);
    private static final int HEARTBEAT_MS = 5_000;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final DataSource database;
    private final AtomicLong counter = new AtomicLong();
    private volatile boolean listening;
    private volatile @Nullable Thread listener;

    Changes(DataSource database) {
        this.database = database;
    }

    long now() {
        return counter.get();
    }

    void happened() {
        counter.incrementAndGet();
    }

    boolean noneSince(long then) {
        return listening && counter.get() == then;
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::listen, "changes");
        thread.setDaemon(true);
        listener = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread thread = listener;
        listener = null;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return listener != null;
    }

    private void listen() {
        while (isRunning()) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("listen changed");
                happened();
                listening = true;
                follow(connection.unwrap(PGConnection.class), statement);
                statement.execute("unlisten changed");
            } catch (SQLException e) {
                if (isRunning()) {
                    log.warn("Pages are not kept until the database can be heard again: {}", e.getMessage());
                    LockSupport.parkNanos(RETRY.toNanos());
                }
            } finally {
                listening = false;
            }
        }
    }

    private void follow(PGConnection connection, Statement statement) throws SQLException {
        while (isRunning()) {
            if (connection.getNotifications(HEARTBEAT_MS).length > 0) {
                happened();
            } else {
                statement.execute("select 1"); // a connection that died silently fails here
            }
        }
    }
}
