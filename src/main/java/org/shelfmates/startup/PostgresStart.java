package org.shelfmates.startup;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.ApplicationListener;

/**
 * The start of the embedded PostgreSQL, on a thread of its own beside that of the context: checking its binaries and
 * waiting for the server takes seconds in which nothing else needs it.
 */
final class PostgresStart implements ApplicationListener<ApplicationFailedEvent> {

    private final FutureTask<EmbeddedPostgres> start;

    private PostgresStart(Path directory) {
        this.start = new FutureTask<>(() -> start(directory));
    }

    /** @param directory where the server keeps its data; it belongs to this process */
    static PostgresStart begin(Path directory) {
        PostgresStart begun = new PostgresStart(directory);
        new Thread(begun.start, "postgres-start").start();
        return begun;
    }

    /** Waits until the server answers. */
    EmbeddedPostgres server() {
        try {
            return start.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CannotStart known
                    ? known
                    : new IllegalStateException("The embedded PostgreSQL did not start", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while the embedded PostgreSQL starts");
        }
    }

    /** A context that failed before it asked for the server will not close it. */
    @Override
    public void onApplicationEvent(ApplicationFailedEvent event) {
        try {
            server().close();
        } catch (IOException | RuntimeException e) {
            event.getException().addSuppressed(e);
        }
    }

    private static EmbeddedPostgres start(Path directory) throws IOException {
        stopLeftover(directory.resolve("postmaster.pid"));
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                // closed by the context, after whatever still uses it
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // zonky is made for tests and turns these off; what was acknowledged must survive a crash
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    /** A killed JVM leaves its server running; it must stop before the next one takes the same files. */
    private static void stopLeftover(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        var server = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).get(0).trim()))
                .filter(process -> process.info().command().orElse("").contains("postgres"));
        if (server.isEmpty()) {
            return;
        }
        server.get().destroy();
        try {
            server.get().onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new CannotStart("a PostgreSQL of an earlier run (process "
                    + server.get().pid() + ") still uses " + pidFile.getParent() + " and did not stop when asked.");
        }
    }
}
