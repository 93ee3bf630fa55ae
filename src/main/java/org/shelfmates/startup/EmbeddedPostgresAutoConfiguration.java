package org.shelfmates.startup;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Without {@code spring.datasource.url} the application brings its own PostgreSQL 18: the real server, as a child
 * process on the loopback address and a free port, with its data under {@code shelfmates.data-dir}.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnBooleanProperty("shelfmates.embedded")
@ConditionalOnMissingBean({DataSource.class, JdbcConnectionDetails.class})
public class EmbeddedPostgresAutoConfiguration {

    static boolean wanted(Environment settings) {
        return settings.getProperty("spring.datasource.url", "").isBlank();
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(PostgresStart start) {
        return start.server();
    }

    @Bean
    JdbcConnectionDetails embeddedPostgresConnectionDetails(EmbeddedPostgres postgres) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return postgres.getJdbcUrl("postgres", "postgres");
            }

            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "";
            }
        };
    }
}
