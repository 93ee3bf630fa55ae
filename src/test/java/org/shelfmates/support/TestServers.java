package org.shelfmates.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The servers behind the tests, chosen here and nowhere else: PostgreSQL in a container where a Docker engine has the
 * image, else the embedded one; {@code -Dtest.postgres=testcontainers} or {@code embedded} forces it.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestServers {

    private static final String IMAGE = "postgres:18-alpine";

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean(destroyMethod = "stop")
    GreenMail mailServer() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    @Bean
    DynamicPropertyRegistrar mailSettings(GreenMail server) {
        return settings -> {
            settings.add("spring.mail.host", () -> "127.0.0.1");
            settings.add("spring.mail.port", () -> server.getSmtp().getPort());
        };
    }

    @Bean(destroyMethod = "close")
    Database database() throws IOException {
        return Database.start();
    }

    @Bean
    JdbcConnectionDetails connectionDetails(Database database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.url();
            }

            @Override
            public String getUsername() {
                return database.user();
            }

            @Override
            public String getPassword() {
                return database.password();
            }
        };
    }

    /** A running PostgreSQL. */
    public record Database(String url, String user, String password, AutoCloseable server) {

        /** Starts one and says on the console which. */
        public static Database start() throws IOException {
            String wanted = System.getProperty("test.postgres", "");
            boolean container = wanted.equals("testcontainers") || wanted.isBlank() && dockerHasImage();
            System.out.println("Tests run on PostgreSQL: " + (container ? "Testcontainers, " + IMAGE : "embedded"));
            return container ? container() : embedded();
        }

        private static Database container() {
            PostgreSQLContainer server = new PostgreSQLContainer(IMAGE);
            server.start();
            return new Database(server.getJdbcUrl(), server.getUsername(), server.getPassword(), server);
        }

        private static Database embedded() throws IOException {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C.UTF-8")
                    .start();
            return new Database(server.getJdbcUrl("postgres", "postgres"), "postgres", "", server);
        }

        private static boolean dockerHasImage() {
            try {
                return DockerClientFactory.instance().isDockerAvailable()
                        && !DockerClientFactory.lazyClient()
                                .listImagesCmd()
                                .withImageNameFilter(IMAGE)
                                .exec()
                                .isEmpty();
            } catch (RuntimeException e) {
                return false;
            }
        }

        public void close() throws Exception {
            server.close();
        }
    }
}
