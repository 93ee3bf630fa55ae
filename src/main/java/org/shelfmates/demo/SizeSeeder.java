package org.shelfmates.demo;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** With {@code --shelfmates.seed=librarians=100000} the application adds a {@link BigCommunity} and ends. */
@Component
@ConditionalOnProperty("shelfmates.seed")
@Order(2) // the demo fills only an empty database, so it goes first
class SizeSeeder implements ApplicationRunner {

    private final BigCommunity community;
    private final SeedSize size;
    private final ApplicationContext application;

    /** @throws IllegalArgumentException for options that make no sense */
    SizeSeeder(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            ApplicationContext application,
            @Value("${shelfmates.seed}") String options) {
        this.community = new BigCommunity(jdbc, transactions, clock);
        this.size = SeedSize.parse(options);
        this.application = application;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        community.seed(size);
        System.exit(SpringApplication.exit(application));
    }
}
