package org.shelfmates.startup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Runs once the settings are known and before anything is started: derives the settings that depend on others, and
 * looks whether the ports are free, so that a second instance stops at once instead of after half a start. Then the
 * embedded PostgreSQL, where it is wanted, may begin to start.
 */
class StartupChecks implements EnvironmentPostProcessor, Ordered {

    /** Filling a database for measurements needs the application and nobody who asks it. */
    private static final Map<String, Object> NO_SERVERS =
            Map.of("server.port", -1, "management.server.port", -1, "shelfmates.base-url", "http://localhost");

    private final ConfigurableBootstrapContext bootstrap;

    StartupChecks(ConfigurableBootstrapContext bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment settings, SpringApplication application) {
        if (settings.containsProperty("shelfmates.seed")) {
            settings.getPropertySources().addFirst(new MapPropertySource("shelfmatesSeeding", NO_SERVERS));
        }
        boolean embedded = EmbeddedPostgresAutoConfiguration.wanted(settings);
        int port = settings.getProperty("server.port", Integer.class, 8080);
        settings.getPropertySources()
                .addLast(new MapPropertySource(
                        "shelfmatesDerived",
                        Map.of(
                                "shelfmates.embedded",
                                embedded,
                                "shelfmates.outbox",
                                embedded
                                        && settings.getProperty("spring.mail.host", "")
                                                .isBlank(),
                                "shelfmates.demo",
                                embedded,
                                "management.server.port",
                                port <= 0 ? port : port + 1)));
        if (application.getWebApplicationType() == WebApplicationType.SERVLET) {
            if (port > 0 && port == settings.getRequiredProperty("management.server.port", Integer.class)) {
                throw new CannotStart("management.server.port must differ from server.port: what it tells is not for"
                        + " everybody.");
            }
            requireFree(settings.getProperty("server.address"), port);
            requireFree(
                    settings.getProperty("management.server.address"),
                    settings.getRequiredProperty("management.server.port", Integer.class));
        }
        if (embedded) {
            Path directory = DataDirectory.claim(settings.getRequiredProperty("shelfmates.data-dir"));
            PostgresStart postgres = PostgresStart.begin(directory.resolve("postgres"));
            application.addListeners(postgres);
            bootstrap.addCloseListener(closed ->
                    closed.getApplicationContext().getBeanFactory().registerSingleton("postgresStart", postgres));
        }
    }

    private static void requireFree(@Nullable String address, int port) {
        if (port <= 0) {
            return;
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(
                    address == null
                            ? new InetSocketAddress(port)
                            : new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException e) {
            throw new CannotStart(portTaken(port));
        }
    }

    static String portTaken(int port) {
        return "port " + port + " is in use by another program. Stop that program, or choose another port with"
                + " --server.port=" + (port + 10) + ".";
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
