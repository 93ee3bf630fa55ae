package org.shelfmates.startup;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Migrations on connections of their own: a page must not wait for the database for ever, building an index may take as
 * long as it takes. Settings of {@code spring.flyway} that name another user or database win.
 */
@Configuration(proxyBeanMethods = false)
class Migrations {

    @Bean
    @ConditionalOnProperty(name = "spring.flyway.user", matchIfMissing = true, havingValue = "none")
    FlywayConfigurationCustomizer patientMigrations(JdbcConnectionDetails database) {
        return flyway -> flyway.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }
}
