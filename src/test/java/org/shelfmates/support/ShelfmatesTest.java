package org.shelfmates.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * The whole application on a real PostgreSQL, a real SMTP server and a real port. Every test that needs any of these uses
 * this one context and database: it brings its own people and plans ({@link Community}) and leaves others' alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=provided", // by TestServers; says that no embedded database is wanted
            "shelfmates.base-url=http://localhost:8080",
            "spring.jpa.hibernate.ddl-auto=validate",
            "spring.mail.host=127.0.0.1",
            "management.server.port=0",
            "db-scheduler.enabled=false" // tests do the work that is due themselves
        })
@AutoConfigureMockMvc
@Import({TestServers.class, Community.class, Statements.class, Pages.class, Mailbox.class})
public @interface ShelfmatesTest {}
