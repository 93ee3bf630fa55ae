package org.shelfmates.account;

import org.shelfmates.web.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions: in the database, so that a restart signs nobody out and several instances share them. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    private static final int FOURTEEN_DAYS = 14 * 24 * 60 * 60;

    /**
     * Spring Session's update, sparing the write while all that is new is the time of the last visit, and that by less
     * than five minutes. Reading a page then writes nothing, and pages of one person do not wait for each other.
     */
    private static final String UPDATE = """
            with visit (session_id, at, interval, expiry, principal, id) as (
                values (?::text, ?::bigint, ?::int, ?::bigint, ?::text, ?::text))
            update %TABLE_NAME% s
            set session_id = v.session_id, last_access_time = v.at, max_inactive_interval = v.interval,
                expiry_time = v.expiry, principal_name = v.principal
            from visit v
            where s.primary_id = v.id and (s.session_id <> v.session_id or s.max_inactive_interval <> v.interval
                or s.principal_name is distinct from v.principal or v.at - s.last_access_time > 300000)""";

    @Bean
    CookieSerializer sessionCookie(Settings settings) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(settings.https() ? "__Host-SESSION" : "SESSION");
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(settings.https());
        cookie.setSameSite("Lax");
        cookie.setCookieMaxAge(FOURTEEN_DAYS);
        return cookie;
    }

    /** Two requests of one session may write the same attribute at once. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer upsertedSessions() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sparingSessions() {
        return sessions -> sessions.setUpdateSessionQuery(UPDATE);
    }
}
