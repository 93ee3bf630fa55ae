package org.shelfmates.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Answers 503 while the database is away. Around everything, because sessions are in the database too: the ordinary error
 * page would look for the visitor's session and fail again.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseDown {

    private static final Logger log = LoggerFactory.getLogger(DatabaseDown.class);

    @Bean
    FilterRegistrationBean<HttpFilter> databaseDownFilter(MessageSource words, LocaleResolver locales, Assets assets) {
        var registration = new FilterRegistrationBean<HttpFilter>(new HttpFilter() {
            @Override
            protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws IOException, ServletException {
                try {
                    chain.doFilter(request, response);
                } catch (RuntimeException | ServletException e) {
                    if (response.isCommitted() || !isDatabaseDown(e)) {
                        throw e;
                    }
                    log.error("The database does not answer: {}", e.getMessage());
                    answer(response, words, locales.resolveLocale(request), assets);
                }
            }
        });
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        return registration;
    }

    /**
     * SQL states of class 08 (connection) and 57P (the server is going away), a pool with none to give, and a connection
     * that the pool has closed for such a reason: a rollback on it then hides what came first.
     */
    private static boolean isDatabaseDown(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException || cause instanceof SQLException sql && lost(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean lost(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                ? "Connection is closed".equals(failure.getMessage())
                : state.startsWith("08") || state.startsWith("57P");
    }

    private static void answer(
            HttpServletResponse response, MessageSource words, java.util.Locale language, Assets assets)
            throws IOException {
        Map<String, String> security = new HashMap<>();
        response.getHeaderNames().forEach(name -> security.put(name, response.getHeader(name)));
        response.reset();
        security.forEach(response::setHeader);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType("text/html;charset=UTF-8");
        String page = """
                <!doctype html><html lang="%s"><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title>
                <link rel="stylesheet" href="%s"><body class="page"><main class="main"><h1>%2$s</h1><p>%s</p><p>%s</p>""".formatted(
                        language.toLanguageTag(),
                        words.getMessage("error.503.title", null, language),
                        assets.url("site.css"),
                        words.getMessage("error.503.lead", null, language),
                        words.getMessage("error.503.do", null, language));
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }
}
